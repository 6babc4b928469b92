/** A part of a text: characters as they are, or one that would act instead of being seen. */
export type TextPart =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'mark'; readonly name: string }

/**
 * Splits a text so that nothing in it acts on what is around it: direction marks, control characters and
 * characters without a width come as marks with a name, to be drawn instead.
 *
 * @see Boucher and Anderson, "Trojan Source: Invisible Vulnerabilities", 2021
 */
export function visibleText(text: string): readonly TextPart[] {
  const parts: TextPart[] = []
  let plainFrom = 0
  for (const found of text.matchAll(ACTING)) {
    if (found.index > plainFrom) parts.push({ kind: 'plain', text: text.slice(plainFrom, found.index) })
    parts.push({ kind: 'mark', name: nameOf(found[0]) })
    plainFrom = found.index + found[0].length
  }
  if (plainFrom < text.length) parts.push({ kind: 'plain', text: text.slice(plainFrom) })
  return parts
}

// Control characters but for tab and line feed; soft hyphen; Arabic letter mark; widthless and direction marks; byte order mark; half a surrogate pair.
const ACTING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is control characters that are looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const NAMES = new Map([
  ['\r', '␍'],
  ['\u00ad', 'SHY'],
  ['\u061c', 'ALM'],
  ['\u200b', 'ZWSP'],
  ['\u200c', 'ZWNJ'],
  ['\u200d', 'ZWJ'],
  ['\u200e', 'LRM'],
  ['\u200f', 'RLM'],
  ['\u202a', 'LRE'],
  ['\u202b', 'RLE'],
  ['\u202c', 'PDF'],
  ['\u202d', 'LRO'],
  ['\u202e', 'RLO'],
  ['\u2066', 'LRI'],
  ['\u2067', 'RLI'],
  ['\u2068', 'FSI'],
  ['\u2069', 'PDI'],
  ['\ufeff', 'BOM'],
])

const nameOf = (character: string): string =>
  NAMES.get(character) ?? `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
