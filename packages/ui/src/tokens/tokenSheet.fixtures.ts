import { readFileSync } from 'node:fs'

export type Theme = 'light' | 'dark'

/** The declarations of tokens.css, by name, before any media query changes them. */
export const tokens: ReadonlyMap<string, string> = readTokens()

/**
 * A colour token's value in a theme, as `#rrggbb`.
 *
 * @throws when the token is absent, or is not an opaque colour
 */
export function colorOf(name: string, theme: Theme): string {
  const value = tokens.get(name)
  if (value === undefined) throw new Error(`tokens.css declares no ${name}.`)
  const pair = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value)
  const hex = pair ? pair[theme === 'light' ? 1 : 2] : value
  if (hex === undefined || !/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`${name} is "${value}", not an opaque colour.`)
  return hex
}

/** Red, green and blue in linear light, 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number]

export function linear(hex: string): Rgb {
  const part = (from: number) => {
    const channel = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

/** The contrast ratio of WCAG 2.2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = linear(hex)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function readTokens(): Map<string, string> {
  const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const plain = css.slice(0, css.indexOf('@media'))
  const found = new Map<string, string>()
  for (const [, name, value] of plain.matchAll(/(--ph-[\w-]+):\s*([^;]+);/g)) {
    if (name !== undefined && value !== undefined && !found.has(name)) found.set(name, value.trim())
  }
  return found
}
