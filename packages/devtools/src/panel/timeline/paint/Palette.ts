import type { TokenName } from '@playhead/ui'
import { readColor, readToken } from '@playhead/ui'

const TOKENS = {
  surface: '--ph-surface',
  raised: '--ph-surface-raised',
  sunken: '--ph-surface-sunken',
  hover: '--ph-surface-hover',
  text: '--ph-text',
  muted: '--ph-text-muted',
  subtle: '--ph-text-subtle',
  line: '--ph-border-subtle',
  border: '--ph-border',
  control: '--ph-border-control',
  grid: '--ph-chart-grid',
  accent: '--ph-accent',
  accentText: '--ph-accent-text',
  accentSurface: '--ph-accent-surface',
  accentBorder: '--ph-accent-border',
  time: '--ph-time',
  timeText: '--ph-time-text',
  timeSurface: '--ph-time-surface',
  positive: '--ph-positive',
  negative: '--ph-negative',
  negativeText: '--ph-negative-text',
  warning: '--ph-warning',
  info: '--ph-info',
  onInfo: '--ph-on-info',
} satisfies Record<string, TokenName>

/** The colours of a theme as a canvas takes them. */
export type Palette = { readonly [Name in keyof typeof TOKENS]: string } & {
  readonly font: string
  readonly colour: (token: TokenName) => string
}

/** Reads the tokens that hold for an element. Tracks' colours are read when first asked for. */
export function readPalette(element: Element): Palette {
  const read = new Map<TokenName, string>()
  const colour = (token: TokenName) => {
    const known = read.get(token) ?? readColor(token, element)
    read.set(token, known)
    return known
  }
  const colours = Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, colour(token)]))
  return {
    ...(colours as { readonly [Name in keyof typeof TOKENS]: string }),
    font: readToken('--ph-font', element) || 'sans-serif',
    colour,
  }
}
