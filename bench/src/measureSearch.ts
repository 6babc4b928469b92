/** Measures what one library finds and changes in a long history, for the suite `timetravel`; in a process of its own. */

import { answer, question } from './harness/inProcess.ts'
import { timeInTurns } from './harness/longestTask.ts'
import { median } from './harness/median.ts'
import type { Measured } from './harness/Task.ts'
import { balancesAt } from './ledger/balancesAt.ts'
import type { LedgerAction } from './ledger/LedgerAction.ts'
import { ledgerActions } from './ledger/ledgerActions.ts'
import type { Searcher } from './timetravel/Searcher.ts'
import type { SearchQuestion } from './timetravel/SearchQuestion.ts'
import { reopeners, searchers } from './timetravel/searchers.ts'

/** How far from the end the nearest record is that a search is for. */
const NEAR = 10_000
const OPENINGS = 5

const asked = question<SearchQuestion>()
const { size } = asked
const past = ledgerActions(size)
const suffix = asked.library.endsWith('reducer ten times slower') ? ', reducer ten times slower' : ''
answer(asked.kind === 'open' ? await reopen() : await search(await (await searchers[asked.library]())(past)))

async function search(searcher: Searcher): Promise<readonly Measured[]> {
  const places = { changing: placeOf('ledger/posted'), idle: placeThatChangedNothing() }
  searcher.prepare?.(Object.values(places))
  return [
    ...(await skipped(searcher, places.changing, `skip in the middle of ${size}${suffix}`)),
    ...(await skipped(searcher, places.idle, `skip of what changed nothing, in the middle of ${size}${suffix}`)),
    ...(await blamed(searcher)),
    ...(await ran(searcher)),
  ]
}

async function skipped(searcher: Searcher, place: number, work: string): Promise<readonly Measured[]> {
  // Machine code for what follows: another skip, near the end.
  await searcher.skip(place)
  let sum = Number.NaN
  const { ms, longestMs } = await timeInTurns(async () => {
    sum = await searcher.skip(place)
  })
  const without = past.filter((_, at) => at !== place)
  expectSame('balances', sum, balancesAt(without, [size - 2]).get(size - 2))
  return [
    { work, unit: 'ms', value: ms },
    { work: `${work}: longest slice`, unit: 'ms', value: longestMs },
  ]
}

async function blamed({ blame }: Searcher): Promise<readonly Measured[]> {
  if (!blame) return []
  const near = await timeInTurns(async () => {
    expectSame('changes', await blame(['ledger', 'transfers', transferTouchedNear()], 1), 1)
  })
  const account = 'account-7'
  const all = await timeInTurns(async () => {
    expectSame('changes', await blame(['ledger', 'accounts', account], Number.POSITIVE_INFINITY), changesOf(account))
  })
  return [
    { work: `blame, first hit ${NEAR} from the end of ${size}${suffix}`, unit: 'ms', value: near.ms },
    { work: `blame, all of ${size}${suffix}`, unit: 'ms', value: all.ms },
    { work: `blame, all of ${size}${suffix}: longest slice`, unit: 'ms', value: all.longestMs },
  ]
}

async function ran({ runFor }: Searcher): Promise<readonly Measured[]> {
  if (!runFor) return []
  const near = await timeInTurns(async () => {
    expectSame('end of the run', await runFor(size - 2 * NEAR, NEAR), size - NEAR)
  })
  const all = await timeInTurns(async () => {
    expectSame('end of the run', await runFor(-1, Number.POSITIVE_INFINITY), size - 1)
  })
  return [
    { work: `run until, hit ${NEAR} on in ${size}${suffix}`, unit: 'ms', value: near.ms },
    { work: `run until, all of ${size}${suffix}`, unit: 'ms', value: all.ms },
    { work: `run until, all of ${size}${suffix}: longest slice`, unit: 'ms', value: all.longestMs },
  ]
}

async function reopen(): Promise<readonly Measured[]> {
  if (asked.kind !== 'open') return []
  const reopener = await (await reopeners[asked.library]())(past)
  const expected = balancesAt(past, [size - 1]).get(size - 1)
  const timings = Array.from({ length: OPENINGS }, () => {
    const start = performance.now()
    expectSame('balances', reopener.open(), expected)
    return performance.now() - start
  })
  return [{ work: `open ${size}, packed`, unit: 'ms', value: median(timings) }]
}

/** The first place in the second half where there is such an action. */
function placeOf(type: LedgerAction['type']): number {
  return past.findIndex((action, at) => at >= size >> 1 && action.type === type)
}

/** The first place in the second half where a transfer is settled that was settled before. */
function placeThatChangedNothing(): number {
  const settled = new Set<number>()
  return past.findIndex(({ type, payload }, at) => {
    if (type !== 'ledger/settled') return false
    if (at >= size >> 1 && settled.has(payload.id)) return true
    settled.add(payload.id)
    return false
  })
}

/** The transfer that was touched last so far from the end. */
function transferTouchedNear(): number {
  const seen = new Set<number>()
  let nearest = -1
  for (let at = size - 1; at >= size - NEAR; at--) {
    const { type, payload } = past[at] as LedgerAction
    if (type !== 'ledger/posted' && type !== 'ledger/settled') continue
    if (!seen.has(payload.id)) nearest = payload.id
    seen.add(payload.id)
  }
  return nearest
}

/** How many records changed an account. */
function changesOf(account: string): number {
  let owner: string | undefined
  let changes = 0
  for (const { type, payload } of past) {
    if (type === 'ledger/posted') {
      const { from, to, minor } = payload
      if (from !== to && minor !== 0 && (from === account || to === account)) changes++
    } else if (type === 'ledger/renamed' && payload.id === account && payload.owner !== owner) {
      owner = payload.owner
      changes++
    }
  }
  return changes
}

/** A measurement of something that did not do its work is worth nothing. */
function expectSame(what: string, is: number, expected: number | undefined): void {
  if (is !== expected) throw new Error(`${asked.library}: ${what} should be ${expected} and is ${is}`)
}
