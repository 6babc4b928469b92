import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repository } from '../docs/pages.ts'

const specs = files('{packages,apps}/*/SPEC.md')
const tests = files(
  '{packages,apps}/*/src/**/*.test.{ts,tsx}',
  '{packages,apps}/*/src/**/*.{test-d,sim,stories}.{ts,tsx}',
  '{packages,apps}/*/src/**/*Contract.ts',
  '{packages,apps}/*/e2e/**/*.e2e.ts',
)
const rules = specs.flatMap(({ text }) => rulesIn(text))
const cited = tests.flatMap(({ text }) => citedIn(text))

describe('SPEC.md', () => {
  it.each(specs)('$path has a test for each of its rules', ({ text }) => {
    expect(rulesIn(text).filter((rule) => !cited.includes(rule))).toEqual([])
  })

  it('has every rule that a test cites', () => {
    const unknown = new Map<string, string>()
    for (const { path, text } of tests) {
      for (const rule of citedIn(text)) if (!rules.includes(rule) && !unknown.has(rule)) unknown.set(rule, path)
    }
    expect(Object.fromEntries(unknown)).toEqual({})
  })

  it('gives each id to one rule', () => {
    expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([])
  })

  it('is found, with the tests that cite it', () => {
    expect(specs.length).toBeGreaterThan(0)
    expect(cited.length).toBeGreaterThan(0)
  })
})

describe('rules and the titles that cite them', () => {
  it('are read from a list and from the beginning of a title', () => {
    expect(rulesIn('- **LOG-4** Earlier records stay.\n- **LOG-12** Later ones too.\n\nSee **LOG-9**.')).toEqual([
      'LOG-4',
      'LOG-12',
    ])
    expect(citedIn("it('[LOG-4] keeps records', …)\nit.each(all)(`[LOG-5] [SYN-7] drops %s`, …)")).toEqual([
      'LOG-4',
      'LOG-5',
      'SYN-7',
    ])
    expect(citedIn("// [LOG-4] is shown elsewhere\nconst title = 'a rule such as [LOG-5]'")).toEqual([])
  })

  it('may stand in a comment of a type test, which has no titles', () => {
    expect(citedIn('// type rule [ACT-11]\nexpectTypeOf(x)')).toEqual(['ACT-11'])
  })
})

interface TextFile {
  readonly path: string
  readonly text: string
}

function files(...patterns: readonly string[]): readonly TextFile[] {
  return globSync(patterns, { cwd: repository, exclude: ['**/node_modules/**', '**/dist/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(repository, path), 'utf8') }))
}

function rulesIn(spec: string): readonly string[] {
  return [...spec.matchAll(/^- \*\*([A-Z]{3}-\d+)\*\*/gm)].map((match) => match[1] ?? '')
}

/** The ids at the beginning of a string, and those of `// type rule [ABC-1]`. */
function citedIn(test: string): readonly string[] {
  const groups = [...test.matchAll(/(?:['"`]|\/\/ type rule )((?:\[[A-Z]{3}-\d+\] ?)+)/g)]
  return groups.flatMap(([, ids = '']) => [...ids.matchAll(/[A-Z]{3}-\d+/g)].map(([id]) => id))
}
