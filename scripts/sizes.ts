/**
 * `npm run sizes`: what a page downloads to start, in kB of gzipped, minified production code, against its
 * budget, and what it loads afterwards, by `import()`.
 *
 * "alone" leaves the libraries out, which a page often has already; "with" counts them in.
 */

import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Rolldown } from 'vite'
import { build } from 'vite'
import { panelSource } from './panel.ts'

interface Budget {
  readonly name: string
  readonly code: string
  readonly external: readonly string[]
  readonly maxKb: number
}

const everything = "export * from '@playhead/core'"
const smallest = "export { action, createActions, createSlice, createStore } from '@playhead/core'"
const effects = "export { action, createActions, createEffect, createSlice, createStore } from '@playhead/core'"
const rows =
  "export { action, createActions, createSelector, createSelectorFamily, createSlice, createStore, table } from '@playhead/core'"
const hooks = "export { createHooks } from '@playhead/react'"
const devtools = "export { attachDevtools } from '@playhead/devtools/production'"
const devtoolsPanel = "import { source } from '#panel-source'; export default source"
const devtoolsGone = "export { attachDevtools } from '@playhead/devtools'"
const durable = "export { indexedDbLog } from '@playhead/indexeddb'"

const budgets: readonly Budget[] = [
  { name: 'core, a store and a slice, alone', code: smallest, external: ['rxjs', 'immer'], maxKb: 44 },
  { name: 'core, with effects, alone', code: effects, external: ['rxjs', 'immer'], maxKb: 48 },
  { name: 'core, with selectors and tables, alone', code: rows, external: ['rxjs', 'immer'], maxKb: 49 },
  { name: 'core, a store and a slice, with RxJS and Immer', code: smallest, external: [], maxKb: 53 },
  { name: 'core, all of it, alone', code: everything, external: ['rxjs', 'immer'], maxKb: 77 },
  { name: 'core, all of it, with RxJS and Immer', code: everything, external: [], maxKb: 84 },
  { name: 'react, alone', code: hooks, external: ['react', '@playhead/core'], maxKb: 3 },
  { name: 'devtools, in a production bundle', code: devtoolsGone, external: ['@playhead/core'], maxKb: 1 },
  {
    name: 'devtools, asked for, closed',
    code: devtools,
    external: ['@playhead/core', '#panel-source'],
    maxKb: 9,
  },
  { name: 'devtools panel, with its React, fetched when it is opened', code: devtoolsPanel, external: [], maxKb: 460 },
  { name: 'indexeddb, with idb, without core', code: durable, external: ['@playhead/core'], maxKb: 8 },
]

const over: string[] = []
for (const budget of budgets) {
  const { start, later } = await downloaded(budget)
  const verdict = start <= budget.maxKb ? 'ok' : 'over'
  const afterwards = later === 0 ? '' : `, and ${later.toFixed(1)} kB later`
  console.log(
    `${start.toFixed(1).padStart(6)} kB of ${String(budget.maxKb).padStart(3)} kB  ${verdict.padEnd(4)}  ${budget.name}${afterwards}`,
  )
  if (verdict === 'over') over.push(budget.name)
}
if (over.length > 0) {
  console.error(
    `\nOver its budget: ${over.join('; ')}. Find what grew, or raise the budget in scripts/sizes.ts and say why.`,
  )
  process.exitCode = 1
}

async function downloaded({ code, external }: Budget): Promise<{ readonly start: number; readonly later: number }> {
  const entry = fileURLToPath(new URL('./entry.js', import.meta.url))
  const built = await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    resolve: { conditions: ['@playhead/source', 'module', 'browser', 'production'] },
    plugins: [
      panelSource(),
      { name: 'entry', resolveId: (id) => (id === entry ? entry : null), load: (id) => (id === entry ? code : null) },
    ],
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: { page: entry }, external: [...external], preserveEntrySignatures: 'strict' },
    },
  })
  const [output] = [built].flat() as Rolldown.RolldownOutput[]
  const chunks = new Map(output?.output.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]))
  const atStart = new Set<string>()
  const follow = (name: string) => {
    if (atStart.has(name) || !chunks.has(name)) return
    atStart.add(name)
    for (const next of chunks.get(name)?.imports ?? []) follow(next)
  }
  for (const { isEntry, fileName } of chunks.values()) if (isEntry) follow(fileName)
  let [start, later] = [0, 0]
  for (const { fileName, code: written } of chunks.values()) {
    const kb = gzipSync(written, { level: 9 }).byteLength / 1000
    if (atStart.has(fileName)) start += kb
    else later += kb
  }
  return { start, later }
}
