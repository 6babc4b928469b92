/**
 * Text with what cannot be seen made visible: marks that turn the direction of writing, which can
 * make text look like other text, and control characters. Line breaks and tabs stay.
 */
export const visibleText = (text: string): string =>
  HIDDEN.test(text) ? text.replace(HIDDEN_ALL, (found) => `⟨${NAMES.get(found) ?? codeOf(found)}⟩`) : text

const NAMES = new Map([
  ['\u200B', 'ZWSP'],
  ['\u200E', 'LRM'],
  ['\u200F', 'RLM'],
  ['\u061C', 'ALM'],
  ['\u202A', 'LRE'],
  ['\u202B', 'RLE'],
  ['\u202C', 'PDF'],
  ['\u202D', 'LRO'],
  ['\u202E', 'RLO'],
  ['\u2066', 'LRI'],
  ['\u2067', 'RLI'],
  ['\u2068', 'FSI'],
  ['\u2069', 'PDI'],
  ['\uFEFF', 'BOM'],
])

// Written by their codes: in the source they would do what they are to be kept from.
const HIDDEN_SOURCE =
  '[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u061C\\u200B\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]'
const HIDDEN = new RegExp(HIDDEN_SOURCE)
const HIDDEN_ALL = new RegExp(HIDDEN_SOURCE, 'g')

const codeOf = (character: string) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

/** The beginning of a text, cut where no character is cut in two. */
export function beginningOf(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text
  const last = text.charCodeAt(lengthMax - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? lengthMax - 1 : lengthMax)
}
