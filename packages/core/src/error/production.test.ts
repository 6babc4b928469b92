import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

type Core = typeof import('../index.ts')

/** Core as a page gets it, running. */
async function inMode(mode: 'production' | 'development'): Promise<{ readonly text: string; readonly core: Core }> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../index.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
  })
  const text = outputFiles.map((file) => file.text).join('')
  return { text, core: await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`) }
}

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (thrown) {
    return thrown
  }
}

/** A mistake in a program. */
const twoCases = ({ action, createActions, createSlice, createStore }: Core) =>
  thrownBy(() => {
    const { opened } = createActions('bank', { opened: action() })
    const ledger = createSlice('ledger', 0, (on) => [on(opened, () => 1), on(opened, () => 2)])
    createStore({ slices: [ledger] })
  })

/** Something that a user may do, with a link of the day before. */
const noSuchPlace = ({ createStore }: Core) => thrownBy(() => createStore({ slices: [] }).at(7))

it('[ERR-1] keep their sentences in production where a user may meet them, and else give values, code and page', async () => {
  const [production, development] = await Promise.all([inMode('production'), inMode('development')])
  expect(twoCases(development.core)).toMatchObject({
    message: expect.stringMatching(
      /^Slice "ledger" listens to "bank.opened" in two cases, .*\(slice.duplicate-case\)$/,
    ),
  })
  expect(twoCases(production.core)).toMatchObject({
    code: 'slice/duplicate-case',
    message: 'See docs/errors/slice/duplicate-case.md: ledger, bank/opened (slice/duplicate-case)',
  })
  expect(noSuchPlace(production.core)).toMatchObject({
    message: (noSuchPlace(development.core) as Error).message,
  })
  const sentences = ['in two cases', 'A reducer dispatched', 'inside an array, a map or a set']
  expect(sentences.filter((each) => production.text.includes(each))).toEqual([])
  expect(sentences.filter((each) => !development.text.includes(each))).toEqual([])
})

it('[ERR-1] give values that have no text by their type', async () => {
  const { core } = await inMode('production')
  expect(new core.PlayheadError({ code: 'a/b', message: [Symbol('key'), Object.create(null), 1] }).message).toBe(
    'See docs/errors/a/b.md: Symbol(key), object, 1 (a/b)',
  )
})
