import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Rolldown } from 'vite'
import { build } from 'vite'

/** In kB, gzipped. */
export interface Downloaded {
  /** What a page needs to start. */
  readonly start: number
  /** What it loads afterwards, by `import()`. */
  readonly later: number
}

/** Builds code for production, as an app would, and counts what a page downloads. */
export async function downloaded(code: string, external: readonly string[]): Promise<Downloaded> {
  const built = await build({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    resolve: { conditions: ['@playhead/source', 'module', 'browser', 'production'] },
    plugins: [
      { name: 'entry', resolveId: (id) => (id === ENTRY ? ENTRY : null), load: (id) => (id === ENTRY ? code : null) },
    ],
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: { page: ENTRY }, external: [...external], preserveEntrySignatures: 'strict' },
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
  for (const { fileName, code } of chunks.values()) {
    const kB = gzipSync(code, { level: 9 }).byteLength / 1_000
    if (atStart.has(fileName)) start += kB
    else later += kB
  }
  return { start, later }
}

/** A module beside this one, so that packages are found from here. */
const ENTRY = fileURLToPath(new URL('./entry.js', import.meta.url))
