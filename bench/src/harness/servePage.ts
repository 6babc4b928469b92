import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { build } from 'vite'

const cache = fileURLToPath(new URL('../../../node_modules/.cache/playhead/bench', import.meta.url))

export interface PageToServe {
  /** The script of the page. */
  readonly entry: string
  /** A folder for what is built, among those of other suites. */
  readonly name: string
  readonly plugins?: readonly Plugin[]
}

export interface ServedPage {
  readonly url: string
  close(): Promise<void>
}

/** Builds the page for production and serves it, isolated, so that its clock steps by 5 us and not by 100. */
export async function servePage({ entry, name, plugins = [] }: PageToServe): Promise<ServedPage> {
  const built = `${cache}/${name}`
  await build({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    plugins: [...plugins],
    resolve: { conditions: ['@playhead/source', 'module', 'browser', 'production'] },
    build: {
      outDir: built,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: { page: entry },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
  const server = createServer((request, response) => {
    answer(built, request.url ?? '/').then(
      ({ type, body }) => response.writeHead(200, { ...isolated, 'content-type': type }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

const isolated = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }

const page = `<!doctype html><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">
<button type="button">Change</button><main></main><script type="module" src="/page.js"></script>`

async function answer(built: string, path: string): Promise<{ type: string; body: string | Buffer }> {
  if (path === '/') return { type: 'text/html', body: page }
  if (!/^\/[\w.-]+[.]js$/.test(path)) throw new Error(`nothing at ${path}`)
  return { type: 'text/javascript', body: await readFile(`${built}${path}`) }
}
