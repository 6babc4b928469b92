/**
 * `npm run sizes`: what a page pays, in kB of gzipped, minified production code, against its budget.
 *
 * "alone" leaves the libraries out, which a page often has already; "with" counts them in.
 */

import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

interface Budget {
  readonly name: string
  readonly code: string
  readonly external: readonly string[]
  readonly maxKb: number
}

const everything = "export * from '@playhead/core'"
const smallest = "export { action, createActions, createSlice, createStore } from '@playhead/core'"
const hooks = "export { createHooks } from '@playhead/react'"
const durable = "export { indexedDbLog } from '@playhead/indexeddb'"

const budgets: readonly Budget[] = [
  { name: 'core, all of it, alone', code: everything, external: ['rxjs', 'immer'], maxKb: 72 },
  { name: 'core, all of it, with RxJS and Immer', code: everything, external: [], maxKb: 82 },
  { name: 'core, a store and a slice, alone', code: smallest, external: ['rxjs', 'immer'], maxKb: 60 },
  { name: 'core, a store and a slice, with RxJS and Immer', code: smallest, external: [], maxKb: 70 },
  { name: 'react, alone', code: hooks, external: ['react', '@playhead/core'], maxKb: 3 },
  { name: 'indexeddb, with idb, without core', code: durable, external: ['@playhead/core'], maxKb: 7 },
]

const resolveDir = fileURLToPath(new URL('..', import.meta.url))
const over: string[] = []
for (const budget of budgets) {
  const kb = await gzippedKb(budget)
  const verdict = kb <= budget.maxKb ? 'ok' : 'over'
  console.log(
    `${kb.toFixed(1).padStart(6)} kB of ${String(budget.maxKb).padStart(3)} kB  ${verdict.padEnd(4)}  ${budget.name}`,
  )
  if (verdict === 'over') over.push(budget.name)
}
if (over.length > 0) {
  console.error(
    `\nOver its budget: ${over.join('; ')}. Find what grew (\`npx esbuild --bundle --analyze\`), or raise the budget in scripts/sizes.ts and say why.`,
  )
  process.exitCode = 1
}

async function gzippedKb({ code, external }: Budget): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir },
    external: [...external],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    conditions: ['@playhead/source', 'production', 'browser'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const [output] = outputFiles
  if (output === undefined) throw new Error(`esbuild wrote nothing for \`${code}\``)
  return gzipSync(output.contents, { level: 9 }).byteLength / 1000
}
