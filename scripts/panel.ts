/**
 * The devtools panel as one file, React and styles in it: `node scripts/panel.ts` builds it if its sources changed.
 *
 * An app loads it as text (`panelSource.js`) into an iframe; who has a document of their own for it imports
 * `panel.js`. Nobody has to call this by hand: `panelSource()` below builds what Vite is asked for.
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import react from '@vitejs/plugin-react'
import type { Plugin, Rolldown } from 'vite'
import { build } from 'vite'
import { fingerprint } from './fingerprint.ts'

const isMain = process.argv[1] === fileURLToPath(import.meta.url)
const root = fileURLToPath(new URL('../packages/devtools', import.meta.url))
const outDir = join(root, 'dist/bundle')
const stamp = join(outDir, 'fingerprint')
const sourceFile = join(outDir, 'panelSource.js')

/** Builds the panel, unless what is there was built from these sources. */
export async function ensurePanel(): Promise<void> {
  const sources = fingerprint([
    'packages/{core,react,ui,devtools}/src/**/*',
    'packages/{core,react,ui,devtools}/package.json',
    'package-lock.json',
    'scripts/panel.ts',
  ])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  if (isMain) {
    await buildPanel()
    write('fingerprint', sources)
  } else {
    // In a process of its own: a build takes on the mode of the server or the tests that it runs in.
    const env = { ...process.env, NODE_ENV: 'production' }
    await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url)], { env })
  }
}

async function buildPanel(): Promise<void> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    resolve: {
      conditions: ['@playhead/source', 'module', 'browser', 'production'],
      // base.css asks for all of Inter.
      alias: { '@fontsource-variable/inter/opsz.css': join(root, 'src/panel/app/inter.css') },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [react()],
    build: {
      write: false,
      target: 'es2023',
      cssCodeSplit: false,
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        input: join(root, 'src/panel/main.tsx'),
        preserveEntrySignatures: 'strict',
        output: { format: 'es', codeSplitting: false },
      },
    },
  })
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput
  const [script] = output.filter((file) => file.type === 'chunk')
  const [style] = output.filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'))
  const left = output.filter((file) => file !== script && file !== style).map(({ fileName }) => fileName)
  if (script?.type !== 'chunk' || style?.type !== 'asset' || left.length > 0) {
    throw new Error(
      `The panel must be one script and one style, and is ${output.map(({ fileName }) => fileName).join(', ')}.`,
    )
  }
  const panel = `const PANEL_CSS = ${JSON.stringify(String(style.source))};\n${script.code}`
  write('panel.js', panel)
  write('panel.d.ts', PANEL_TYPES)
  write('panelSource.js', `export const source = ${JSON.stringify(panel)}\n`)
}

const PANEL_TYPES = `import type { MountPanel } from '../mount/PanelBundle.js'
export type { HostView, PanelHost } from '../mount/PanelHost.js'
export type { MountedPanel, MountPanel, PanelOptions } from '../mount/PanelBundle.js'
export declare const mountPanel: MountPanel
`

/** All at once, as somebody else may be reading it. */
function write(name: string, text: string): void {
  mkdirSync(outDir, { recursive: true })
  const unfinished = join(outDir, `${name}.${process.pid}`)
  writeFileSync(unfinished, text)
  renameSync(unfinished, join(outDir, name))
}

/** For Vite: what imports the panel's source gets one of these sources, built when it is asked for. */
export function panelSource(): Plugin {
  return {
    name: 'playhead-panel-source',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^#panel-source$/ },
      async handler() {
        await ensurePanel()
        return sourceFile
      },
    },
  }
}

if (isMain) await ensurePanel()
