import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const repository = fileURLToPath(new URL('../..', import.meta.url))

/** A small workspace whose arrows all point down. */
const sound = {
  'packages/core/src/index.ts': `export { Subject } from './rx.ts'\nexport { one } from './one.ts'`,
  'packages/core/src/rx.ts': `export { Subject } from 'rxjs'`,
  'packages/core/src/one.ts': `import { produce } from 'immer'\nimport type { Two } from './two.ts'\nexport const one = produce\nexport type One = Two`,
  'packages/core/src/two.ts': `import { one } from './one.ts'\nexport type Two = typeof one`,
  'packages/core/src/one.test.ts': `import { readFileSync } from 'node:fs'\nimport { Subject } from 'rxjs'\nexport const use = [readFileSync, Subject]`,
  'packages/react/src/index.ts': `import { one } from '@playhead/core'\nimport { useMemo } from 'react'\nexport const use = [one, useMemo]`,
  'apps/bank/src/features/time/index.ts': `export { parked } from './actions.ts'\nexport { bar } from './bar.ts'`,
  'apps/bank/src/features/time/actions.ts': `export const parked = 1`,
  'apps/bank/src/features/time/bar.ts': `import { one } from '@playhead/core'\nexport const bar = one`,
  'apps/bank/src/features/accounts/index.ts': `import { bar } from '../time/index.ts'\nimport { parked } from '../time/actions.ts'\nexport const use = [bar, parked]`,
}

/** One wrong import each: the file, what it imports, the rule that must object. */
const wrong = [
  ['packages/core/src/dom.ts', 'react', 'core-stands-alone'],
  ['packages/core/src/disk.ts', 'node:fs', 'core-stands-alone'],
  ['packages/core/src/stream.ts', 'rxjs', 'rxjs-through-one-file'],
  ['packages/core/src/up.ts', '@playhead/react', 'arrows-of-core'],
  ['packages/core/src/up.test.ts', '@playhead/react', 'arrows-of-core'],
  ['packages/indexeddb/src/sideways.ts', '@playhead/react', 'arrows-of-indexeddb'],
  ['packages/react/src/behind.ts', '../../core/src/one.ts', 'public-names-only'],
  ['packages/devtools/src/agent.ts', '@playhead/react', 'agent-without-react'],
  ['packages/newcomer/src/index.ts', '@playhead/core', 'every-package-has-arrows'],
  ['apps/bank/src/shortcut.ts', '../../../packages/core/src/one.ts', 'public-names-only'],
  ['apps/bank/src/features/accounts/prying.ts', '../time/bar.ts', 'features-through-index'],
  ['packages/react/src/lost.ts', './nowhere.ts', 'resolves'],
  ['packages/react/src/circle.ts', './circle.ts', 'no-cycles'],
  ['apps/bank/src/hidden.ts', '@playhead/core/src/one.ts', 'resolves'],
] as const

describe('the boundaries of .dependency-cruiser.mjs', () => {
  let violations: readonly Violation[] = []
  const workspace = mkdtempSync(join(tmpdir(), 'boundaries-'))
  afterAll(() => rmSync(workspace, { recursive: true }))

  beforeAll(() => {
    const files = Object.fromEntries(
      wrong.map(([file, imported]) => [file, `import * as it from '${imported}'\nexport const use = it`]),
    )
    for (const [file, text] of Object.entries({ ...sound, ...files, ...installed })) write(join(workspace, file), text)
    for (const name of ['core', 'react'])
      symlinkSync(join(workspace, 'packages', name), join(workspace, 'node_modules/@playhead', name))
    violations = cruise(workspace)
  }, 60_000)

  it.each(wrong)('object when %s imports %s (%s)', (file, _imported, rule) => {
    expect(violations.filter((violation) => violation.from === file).map((violation) => violation.rule.name)).toContain(
      rule,
    )
  })

  it('let every arrow pass that points down', () => {
    expect(violations.filter((violation) => violation.from in sound)).toEqual([])
  })
})

interface Violation {
  readonly from: string
  readonly to: string
  readonly rule: { readonly name: string }
}

const entry = JSON.stringify({ '.': { '@playhead/source': './src/index.ts' } })
const library = (name: string) => ({
  [`node_modules/${name}/package.json`]: `{ "name": "${name}", "main": "index.js" }`,
  [`node_modules/${name}/index.js`]: '',
})
const installed = {
  'package.json':
    '{ "dependencies": { "rxjs": "*", "immer": "*", "react": "*", "@playhead/core": "*", "@playhead/react": "*" } }',
  'packages/core/package.json': `{ "name": "@playhead/core", "exports": ${entry} }`,
  'packages/react/package.json': `{ "name": "@playhead/react", "exports": ${entry} }`,
  'node_modules/@playhead/.keep': '',
  ...library('rxjs'),
  ...library('immer'),
  ...library('react'),
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function cruise(folder: string): readonly Violation[] {
  const program = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const config = join(repository, '.dependency-cruiser.mjs')
  const output = execFileSync(
    process.execPath,
    [program, '--config', config, '--output-type', 'json', 'packages', 'apps'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 },
  )
  const report: { readonly summary: { readonly violations: readonly Violation[] } } = JSON.parse(output)
  return report.summary.violations
}
