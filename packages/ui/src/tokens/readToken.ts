/** The colours and sizes of tokens.css, by the name they have there. */
export type TokenName = `--ph-${string}`

/**
 * The colour a token has for `element` at this moment, as `rgb(…)` text: for canvas and other places that take no `var()`.
 *
 * Tokens hold `light-dark(…)`, which only a colour property resolves; so a probe inside `element` is asked.
 * Read once a frame or a theme change, not once a point: it may cost a style calculation.
 *
 * @returns `''` where the token does not exist or nothing computes styles
 */
export function readColor(name: TokenName, element: Element = document.documentElement): string {
  if (readToken(name, element) === '') return ''
  const probe = document.createElement('span')
  probe.style.display = 'none'
  probe.style.color = `var(${name})`
  element.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

/** The text of a token as it stands in the stylesheet, trimmed: sizes, durations, fonts. `''` where there is none. */
export function readToken(name: TokenName, element: Element = document.documentElement): string {
  return getComputedStyle(element).getPropertyValue(name).trim()
}
