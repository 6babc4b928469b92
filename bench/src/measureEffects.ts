/** Measures one work of one library of the suite `effects`; runs in a process of its own. */

import type { LibraryName } from './effects/libraries.ts'
import { libraries } from './effects/libraries.ts'
import type { Work } from './effects/works.ts'
import { answer, question } from './harness/inProcess.ts'
import { timeOperation } from './harness/timeOperation.ts'

/** A log grows with every operation. */
const OPERATIONS_MAX = 500_000

const { work, kind, effects, library, quick } = question<Work & { library: LibraryName; quick: boolean }>()
const bench = (await libraries[library]())(effects)
const timing = { warmUpMs: quick ? 100 : 300, measureMs: quick ? 200 : 600, operationsMax: OPERATIONS_MAX }
const value = kind === 'ping' ? ping() : other()
answer([{ work, unit: 'us', value }])

function ping(): number {
  let calls = 0
  // One of the middle. Asked in turn, the types of so many actions would be measured, not the way to an effect.
  const at = effects >> 1
  const us = timeOperation(() => {
    bench.ping(at)
    calls++
  }, timing)
  expectSame('pongs', bench.pongs(), calls)
  return us
}

function other(): number {
  let calls = 0
  const us = timeOperation(() => {
    bench.other()
    calls++
  }, timing)
  expectSame('others', bench.others(), calls)
  return us
}

/** A measurement of something that did not do its work is worth nothing. */
function expectSame(what: string, is: number, expected: number): void {
  if (is !== expected) throw new Error(`${library}, "${work}": ${what} should be ${expected} and is ${is}`)
}
