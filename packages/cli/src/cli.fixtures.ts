import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Dispatchable } from '@playhead/core'
import { createStore, sessionText } from '@playhead/core'
import { run } from './run.ts'
import { cash, prices, till } from './till.fixtures.ts'

export const reducers = fileURLToPath(new URL('./till.fixtures.ts', import.meta.url))
export const check = fileURLToPath(new URL('./tillCheck.fixtures.ts', import.meta.url))

/** A new folder for the files of a test. */
export const newFolder = () => mkdtempSync(join(tmpdir(), 'playhead-cli-'))

/** A session file of what was dispatched to a till. */
export function sessionFile(actions: readonly Dispatchable[], name = 'till.playhead'): string {
  const store = createStore({ slices: [prices, cash], clock: { now: () => 0 } })
  for (const action of actions) store.dispatch(action)
  const file = join(newFolder(), name)
  writeFileSync(file, sessionText(store, { app: 'till', build: '7' }))
  return file
}

/** A quiet day: each item is sold and refunded at its one price. */
export const quietDay = (length: number): Dispatchable[] =>
  Array.from({ length }, (_, at) => {
    const item = `item${at % 7}`
    if (at < 7) return till.priced({ item, minor: 100 + at })
    return at % 3 === 0 ? till.refunded({ item }) : at % 3 === 1 ? till.sold({ item }) : till.opened()
  })

export interface Ran {
  readonly exitCode: number
  readonly out: string
  readonly err: string
}

/** Runs the command line as a shell would. */
export async function playhead(...args: readonly string[]): Promise<Ran> {
  let out = ''
  let err = ''
  const exitCode = await run(args, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    isScreen: false,
  })
  return { exitCode, out, err }
}
