import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repository } from '../docs/pages.ts'

const sources = globSync('packages/*/src/**/*.{ts,tsx}', {
  cwd: repository,
  exclude: ['**/*.test.*', '**/*.test-d.*', '**/*.stories.*', '**/*.fixtures.*'],
}).map((path) => readFileSync(join(repository, path), 'utf8'))
const thrown = sources.flatMap(codesIn)
const documented = globSync('docs/errors/*/*.md', { cwd: repository }).map((path) =>
  path.replaceAll('\\', '/').slice('docs/errors/'.length, -'.md'.length),
)

describe('docs/errors', () => {
  it('has a page for every code that a package gives to an error', () => {
    expect(missing(thrown, documented)).toEqual([])
  })

  it('has no page for a code that is gone', () => {
    expect(missing(documented, thrown)).toEqual([])
  })

  it('is right where a doc comment says `@throws PlayheadError` with a code', () => {
    expect(missing(sources.flatMap(codesInThrows), thrown)).toEqual([])
  })

  it.each(documented)('%s says what happened, why, and what to do', (code) => {
    const page = readFileSync(join(repository, `docs/errors/${code}.md`), 'utf8')
    expect(page).toMatch(new RegExp(`^# ${code}\n`))
    expect(page.match(/^## .*$/gm)).toEqual(['## What happened', '## Why', '## What to do'])
  })

  it('finds codes however they are chosen', () => {
    expect(codesIn("new PlayheadError({ code: full ? 'log/full' : 'log/closed', message: `a/b` })")).toEqual([
      'log/full',
      'log/closed',
    ])
    expect(codesInThrows(' * @throws PlayheadError `dispatch/parked`, `log/full` where\n * `a/b`')).toEqual([
      'dispatch/parked',
      'log/full',
    ])
  })
})

/** The literals `'area/name'` given to a property or a constant named `code`, up to the end of its value. */
function codesIn(source: string): readonly string[] {
  const values = [...source.matchAll(/\bcode(?:: ErrorCode)?\s*[:=]\s*([^,;}\n]*(?:\n\s*[?:][^,;}\n]*)*)/g)]
  return values.flatMap(([, value = '']) =>
    [...value.matchAll(/'([a-z][a-z0-9-]*\/[a-z][a-z0-9-]*)'/g)].map((match) => match[1] ?? ''),
  )
}

function codesInThrows(source: string): readonly string[] {
  const lines = [...source.matchAll(/@throws \{?PlayheadError\}?((?:,? `[a-z0-9-]+\/[a-z0-9-]+`)+)/g)]
  return lines.flatMap(([, list = '']) => [...list.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''))
}

function missing(wanted: readonly string[], from: readonly string[]): readonly string[] {
  return [...new Set(wanted)].filter((code) => !from.includes(code)).sort()
}
