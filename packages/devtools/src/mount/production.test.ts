import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build as buildWithEsbuild } from 'esbuild'
import { build as buildWithVite } from 'vite'
import { describe, expect, it } from 'vitest'

const repository = fileURLToPath(new URL('../../../..', import.meta.url))

/** An app that attaches devtools as their documentation says. */
const app = (entry: string) => `
  import { createStore } from '@playhead/core'
  import { attachDevtools } from '${entry}'
  export const devtools = attachDevtools(createStore({ slices: [] }), { name: 'till' })
`

/** Words that only the button, the agent and the panel have in them. */
const ofDevtools = ['Open Playhead devtools', 'playhead-devtools', 'devtools/unknown-call', 'createRoot', 'iframe']

const bundlers: Readonly<Record<string, (code: string) => Promise<string>>> = {
  async esbuild(code) {
    const { outputFiles } = await buildWithEsbuild({
      stdin: { contents: code, resolveDir: repository },
      bundle: true,
      minify: true,
      write: false,
      splitting: true,
      outdir: 'out',
      format: 'esm',
      target: 'es2023',
      conditions: ['@playhead/source', 'production', 'browser'],
      define: { 'process.env.NODE_ENV': '"production"' },
      external: ['#panel-source'],
      logLevel: 'error',
    })
    return outputFiles.map(({ text }) => text).join('\n')
  },
  async vite(code) {
    const name = 'virtual:app'
    const built = await buildWithVite({
      configFile: false,
      root: repository,
      logLevel: 'error',
      mode: 'production',
      define: { 'process.env.NODE_ENV': '"production"' },
      resolve: { conditions: ['@playhead/source', 'module', 'browser', 'production'] },
      plugins: [
        {
          name: 'app',
          enforce: 'pre',
          resolveId: (id) => (id === name ? `${repository}/${name}.js` : undefined),
          load: (id) => (id === `${repository}/${name}.js` ? code : undefined),
        },
      ],
      build: {
        write: false,
        rolldownOptions: { input: name, external: ['#panel-source'], preserveEntrySignatures: 'strict' },
      },
    })
    const outputs = Array.isArray(built) ? built : [built]
    return outputs
      .flatMap((each) => ('output' in each ? each.output : []))
      .map((file) => (file.type === 'chunk' ? file.code : String(file.source)))
      .join('\n')
  },
}

describe.each(Object.entries(bundlers))('an app that %s has built for production', (_name, build) => {
  it('[MNT-7] holds nothing of the devtools but an empty function', async () => {
    const code = await build(app('@playhead/devtools'))
    expect(ofDevtools.filter((word) => code.includes(word))).toEqual([])
    const without = await build("export { createStore } from '@playhead/core'")
    expect(gzipSync(code).byteLength - gzipSync(without).byteLength).toBeLessThan(500)
  })

  it('[MNT-7] holds them where it asks for them by name', async () => {
    const code = await build(app('@playhead/devtools/production'))
    expect(ofDevtools.filter((word) => !code.includes(word) && word !== 'createRoot')).toEqual([])
  })
})
