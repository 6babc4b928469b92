import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The parts of this workspace that are built and run elsewhere. */
const sources = fileURLToPath(new URL('..', import.meta.url))
const built = fileURLToPath(new URL('../../../node_modules/.cache/playhead/bench', import.meta.url))

/**
 * Builds a script for production, as an app would be: minified, without development checks.
 * Dynamic imports stay apart, so that a process loads one library only.
 *
 * @returns path of the built script
 */
export async function bundle(entry: string): Promise<string> {
  const name = entry.replace(/[.]ts$/, '')
  await build({
    entryPoints: [`${sources}/${entry}`],
    outdir: `${built}/${name}`,
    entryNames: '[name]',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    sourcemap: true,
    format: 'esm',
    // Not `node`: what a page gets, of RxJS modules and not CommonJS.
    platform: 'neutral',
    target: 'es2023',
    mainFields: ['module', 'main'],
    conditions: ['@playhead/source', 'module', 'production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  return `${built}/${name}/${name.replace(/^.*\//, '')}.mjs`
}
