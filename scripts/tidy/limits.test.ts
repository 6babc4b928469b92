import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repository } from '../docs/pages.ts'

const page = readFileSync(join(repository, 'docs/limits.md'), 'utf8')
const bounds = globSync('packages/{core,react,indexeddb}/src/**/*.ts', { cwd: repository, exclude: ['**/*.test.ts'] })
  .flatMap((path) => boundsIn(readFileSync(join(repository, path), 'utf8')))
  // How much of a value a message shows.
  .filter(({ name }) => !name.startsWith('SHOWN_'))

describe('docs/limits.md', () => {
  it.each(bounds)('states $name as $value', ({ value }) => {
    expect(page).toMatch(new RegExp(`(?<![\\d,])${value.toLocaleString('en')}(?![\\d,])`))
  })

  it('is held to the bounds of the code', () => {
    expect(bounds.length).toBeGreaterThan(5)
    expect(boundsIn('const ROWS_MAX = 65_536\nexport const SLOTS_MAX = 2 ** 30\nconst MAX = max(a)')).toEqual([
      { name: 'ROWS_MAX', value: 65_536 },
      { name: 'SLOTS_MAX', value: 2 ** 30 },
    ])
  })
})

/** Constants named `…_MAX` with a number that is written out. */
function boundsIn(source: string): readonly { readonly name: string; readonly value: number }[] {
  const constants = [...source.matchAll(/const ([A-Z_]+_MAX) = ([\d_]+)(?: \*\* (\d+))?$/gm)]
  return constants.map(([, name = '', base = '', power = '1']) => ({
    name,
    value: Number(base.replaceAll('_', '')) ** Number(power),
  }))
}
