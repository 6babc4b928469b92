/** Measures one Redux store with a history, for the suite `adopt`; runs in a process of its own. */

import { adopters } from './adopt/adopters.ts'
import type { AdoptQuestion } from './adopt/suite.ts'
import { answer, question } from './harness/inProcess.ts'
import { timeOperation } from './harness/timeOperation.ts'
import { balancesAt } from './ledger/balancesAt.ts'
import type { LedgerAction } from './ledger/LedgerAction.ts'
import { eachLedgerAction, ledgerActions } from './ledger/ledgerActions.ts'

const DISPATCHES_MAX = 5_000

const { library, size } = question<AdoptQuestion>()
const before = bytesUsed()
// Nobody else holds the actions: what is measured is all that a history keeps, and the state of now.
const store = adopters[library](eachLedgerAction(size))
const bytes = (bytesUsed() - before) / size
const expected = balancesAt(eachLedgerAction(size), [size - 1]).get(size - 1)
if (store.total() !== expected)
  throw new Error(`${library}: balances after ${size} should be ${expected} and are ${store.total()}`)

const actions = ledgerActions(size + DISPATCHES_MAX).slice(size)
const us = timeOperation((call) => store.dispatch(actions[call] as LedgerAction), {
  warmUpMs: 200,
  measureMs: 1_000,
  operationsMax: DISPATCHES_MAX,
})
answer([
  { work: `dispatch, ${size} in the log`, unit: 'us', value: us },
  { work: `memory, ${size} in the log`, unit: 'B', value: bytes },
])

function bytesUsed(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
