import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { tokens } from './tokens/tokenSheet.fixtures.ts'

const here = new URL('./', import.meta.url)
const files = readdirSync(here, { recursive: true, encoding: 'utf8' })
const read = (file: string) => readFileSync(new URL(file, here), 'utf8')
const sheets = files.filter((file) => file.endsWith('.module.css'))
const components = files.filter((file) => file.endsWith('.tsx'))

describe.each(sheets)('%s', (sheet) => {
  const css = read(sheet).replace(/\/\*[\s\S]*?\*\//g, '')

  it('[TOK-4] uses tokens that exist', () => {
    const own = [...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name)
    const used = [...css.matchAll(/var\((--[\w-]+)/g)].flatMap(([, name]) => name ?? [])
    const known = new Set([...tokens.keys(), ...own, ...givenFromOutside])
    expect(used.filter((name) => !known.has(name))).toEqual([])
  })

  it('[TOK-4] writes no colour of its own, but for light and shade', () => {
    const colors = css.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\([^)]*\)/gi) ?? []
    expect(colors.filter((color) => !/^rgb\((0 0 0|255 255 255|24 30 44) \/ \d+%\)$/.test(color))).toEqual([])
  })

  it('[TOK-4] places things by writing direction, not by left and right', () => {
    const physical =
      /(?:^|[\s;{])((?:margin|padding|border|inset)-(?:left|right|top|bottom)|(?:min-|max-)?(?:width|height)|left|right|top|bottom)\s*:/g
    const declarations = css.replace(/@(?:media|container)[^{]*/g, '')
    expect([...declarations.matchAll(physical)].map(([, property]) => property)).toEqual([])
  })
})

it.each(components)('[TOK-4] %s names only classes that its style sheets have', (component) => {
  const source = read(component)
  const missing: string[] = []
  for (const [, name, sheet] of source.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)) {
    const css = readFileSync(new URL(sheet ?? '', new URL(component, here)), 'utf8')
    const classes = new Set([...css.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, each]) => each))
    for (const [, used] of source.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))) {
      if (!classes.has(used)) missing.push(`${name}.${used}`)
    }
  }
  expect(missing).toEqual([])
})

/** Set by React Aria, by AppShell, by Button for IconButton, by docked devtools, or by whoever places a component. */
const givenFromOutside = [
  '--trigger-width',
  '--height',
  '--ph-page-inset',
  '--ph-toast-inset',
  '--playhead-devtools-bottom',
]
