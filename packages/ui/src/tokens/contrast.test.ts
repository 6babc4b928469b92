import { describe, expect, it } from 'vitest'
import { colorOf, contrast, tokens } from './tokenSheet.fixtures.ts'

const roles = ['accent', 'positive', 'negative', 'warning', 'info', 'time']
const tints = roles.map((role) => `--ph-${role}-surface`)
const surfaces = [
  '--ph-surface-page',
  '--ph-surface',
  '--ph-surface-raised',
  '--ph-surface-sunken',
  '--ph-surface-hover',
  '--ph-surface-active',
  '--ph-time-page',
]

/** What may be written upon what. */
const textPairs: [text: string, on: string][] = [
  ...['--ph-text', '--ph-text-muted'].flatMap((text) =>
    [...surfaces, ...tints, '--ph-accent-surface-hover', '--ph-time-surface-hover'].map((on): [string, string] => [
      text,
      on,
    ]),
  ),
  ...surfaces.map((on): [string, string] => ['--ph-text-subtle', on]),
  ...surfaces.filter((on) => !on.endsWith('-active')).map((on): [string, string] => ['--ph-chart-axis', on]),
  ...roles.flatMap((role) =>
    [...surfaces, `--ph-${role}-surface`].map((on): [string, string] => [`--ph-${role}-text`, on]),
  ),
  ['--ph-accent-text', '--ph-accent-surface-hover'],
  ['--ph-time-text', '--ph-time-surface-hover'],
  ...roles.map((role): [string, string] => [`--ph-on-${role}`, `--ph-${role}`]),
  ['--ph-on-accent', '--ph-accent-hover'],
  ['--ph-on-negative', '--ph-negative-hover'],
  ['--ph-on-time', '--ph-time-hover'],
  ['--ph-text-inverse', '--ph-surface-inverse'],
]

/** What must be seen, though not read: outlines of controls, focus rings, filled marks, series of a chart. */
const graphicPairs: [mark: string, on: string][] = [
  ...['--ph-surface', '--ph-surface-page', '--ph-surface-raised'].flatMap((on) =>
    ['--ph-border-control', '--ph-focus', ...roles.filter((role) => role !== 'accent').map((role) => `--ph-${role}`)]
      .filter((mark) => on === '--ph-surface' || mark.endsWith('control') || mark.endsWith('focus'))
      .map((mark): [string, string] => [mark, on]),
  ),
  ...Array.from({ length: 8 }, (_, at): [string, string] => [`--ph-series-${at + 1}`, '--ph-surface']),
]

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(textPairs)('[TOK-1] %s upon %s has a contrast of 4.5 or more', (text, on) => {
    expect(contrast(colorOf(text, theme), colorOf(on, theme))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(graphicPairs)('[TOK-2] %s upon %s has a contrast of 3 or more', (mark, on) => {
    expect(contrast(colorOf(mark, theme), colorOf(on, theme))).toBeGreaterThanOrEqual(3)
  })
})

it('[TOK-1] leaves no colour for text unchecked, except that of disabled text', () => {
  const checked = new Set(textPairs.map(([text]) => text))
  const written = [...tokens.keys()].filter((name) => /^--ph-(on-|text)/.test(name) || name.endsWith('-text'))
  expect(written.filter((name) => !checked.has(name))).toEqual(['--ph-text-disabled'])
})
