/** Measures one history of one library, for the suites `timetravel` and `memory`; runs in a process of its own. */

import { answer, question } from './harness/inProcess.ts'
import { median, quantile } from './harness/median.ts'
import type { Measured } from './harness/Task.ts'
import { timeOperation } from './harness/timeOperation.ts'
import { balancesAt } from './ledger/balancesAt.ts'
import type { LedgerAction } from './ledger/LedgerAction.ts'
import { eachLedgerAction, ledgerActions, repeatable } from './ledger/ledgerActions.ts'
import type { HistoryQuestion } from './timetravel/HistoryQuestion.ts'
import { libraries } from './timetravel/libraries.ts'

const SCRUBBED = 10_000
const DISPATCHES_MAX = 20_000

const { library, size, kind, seeks } = question<HistoryQuestion>()
const open = await libraries[library]()
const isSlower = library.endsWith('reducer ten times slower')

const before = bytesUsed()
// Nobody else holds the actions: what is measured is all that a history keeps.
const history = await open(eachLedgerAction(size), size)
const memory: Measured = { work: `memory ${size}`, unit: 'B', value: (bytesUsed() - before) / size }
answer(kind === 'memory' ? [memory] : isSlower ? seek() : [memory, ...seek(), ...scrub(), ...dispatch()])

/** To places all over the history, each timed by itself. */
function seek(): readonly Measured[] {
  const random = repeatable(7)
  const places = Array.from({ length: seeks }, () => random(size))
  for (const place of places.slice(0, 20)) history.seek(place)
  const timings = places.map((place) => timed(() => history.seek(place)))
  checkBalances(places.slice(0, 5))
  const work = `seek ${size}${isSlower ? ', reducer ten times slower' : ''}`
  return [
    { work, unit: 'ms', value: median(timings) },
    { work: `${work}: p99`, unit: 'ms', value: quantile(timings, 0.99) },
  ]
}

/** Back from the end, action by action. */
function scrub(): readonly Measured[] {
  const steps = Math.min(SCRUBBED, size - 1)
  history.seek(size - 1)
  const timings = Array.from({ length: steps }, () => timed(() => history.stepBack()))
  const work = `scrub back ${SCRUBBED}, ${size} in the log`
  const meanMs = timings.reduce((sum, ms) => sum + ms, 0) / steps
  return [
    { work, unit: 'us', value: meanMs * 1_000 },
    { work: `${work}: longest step`, unit: 'ms', value: Math.max(...timings) },
  ]
}

/** At the end of the history, which grows by it. */
function dispatch(): readonly Measured[] {
  history.seek(size - 1)
  const actions = ledgerActions(size + DISPATCHES_MAX).slice(size)
  const us = timeOperation((call) => history.dispatch(actions[call] as LedgerAction), {
    warmUpMs: 200,
    measureMs: 1_000,
    operationsMax: DISPATCHES_MAX,
  })
  return [{ work: `dispatch with history, ${size} in the log`, unit: 'us', value: us }]
}

function checkBalances(places: readonly number[]): void {
  const expected = balancesAt(eachLedgerAction(size), places)
  for (const place of places) {
    history.seek(place)
    const is = history.total()
    if (is !== expected.get(place)) {
      throw new Error(`${library}: balances at ${place} of ${size} should be ${expected.get(place)} and are ${is}`)
    }
  }
}

function timed(move: () => void): number {
  const start = performance.now()
  move()
  return performance.now() - start
}

function bytesUsed(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
