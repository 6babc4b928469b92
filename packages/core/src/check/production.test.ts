import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

/** The whole of core as a page gets it. */
async function bundled(mode: 'production' | 'development'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../index.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    external: ['rxjs', 'immer'],
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
  })
  return outputFiles.map(({ text }) => text).join('')
}

const marks = ['check/impure-reducer', 'check/unstable-selector', 'check/growing-log', 'Math.random()', 'new Date()']

describe('the development checks', () => {
  it('[DVC-5] leave nothing in a production bundle', async () => {
    const [production, development] = await Promise.all([bundled('production'), bundled('development')])
    expect(marks.filter((mark) => !development.includes(mark))).toEqual([])
    expect(marks.filter((mark) => production.includes(mark))).toEqual([])
  })
})
