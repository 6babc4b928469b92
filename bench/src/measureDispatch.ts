/** Measures one work of one library of the suite `dispatch`; runs in a process of its own. */

import type { Account, Contestant } from './dispatch/Contestant.ts'
import type { LibraryName } from './dispatch/libraries.ts'
import { libraries } from './dispatch/libraries.ts'
import type { Work } from './dispatch/works.ts'
import { answer, question } from './harness/inProcess.ts'
import { timeOperation } from './harness/timeOperation.ts'
import { balancesAt } from './ledger/balancesAt.ts'
import type { LedgerAction } from './ledger/LedgerAction.ts'
import { ledgerActions, repeatable } from './ledger/ledgerActions.ts'

const APPENDS = 20_000
const WARM_UP_APPENDS = 50_000
const PLACES = 65_536

const { work, kind, size, library, quick } = question<Work & { library: LibraryName; quick: boolean }>()
const contestant: Contestant = await libraries[library]()
const timing = { warmUpMs: quick ? 100 : 300, measureMs: quick ? 150 : 600 }
const measure = { counter, one, all, append }[kind]
answer([{ work, unit: 'us', value: measure() }])

function counter(): number {
  const counter = made(contestant.counter)()
  let calls = 0
  const us = timeOperation(() => {
    counter.increment()
    calls++
  }, timing)
  expectSame('count', counter.read(), calls)
  return us
}

function one(): number {
  const { accounts, called, expectBalance } = openAccounts(size)
  // Rows at random, as users touch them: neighbours in memory are in a cache that others are not in.
  const random = repeatable(11)
  const places = Uint16Array.from({ length: PLACES }, () => random(size))
  let calls = 0
  const us = timeOperation((call) => {
    // No balance comes twice in a row.
    expectBalance(call + 1)
    accounts.set(places[call % PLACES] as number, call + 1)
    calls++
  }, timing)
  expectSame('calls of subscribers', called(), calls)
  return us
}

function all(): number {
  const { accounts, called } = openAccounts(size)
  let calls = 0
  const us = timeOperation(() => {
    accounts.addToAll(1)
    calls += size
  }, timing)
  expectSame('calls of subscribers', called(), calls)
  return us
}

function append(): number {
  const actions = ledgerActions(size + APPENDS)
  const open = made(contestant.ledger)
  // The machine code is made on another ledger, so that the one that is measured has its size and no more.
  const warmUp = ledgerActions(WARM_UP_APPENDS)
  const other = open(warmUp.slice(0, 1_000))
  for (let at = 1_000; at < WARM_UP_APPENDS; at++) other.append(warmUp[at] as LedgerAction)
  const ledger = open(actions.slice(0, size))
  let calls = 0
  const us = timeOperation(
    (call) => {
      ledger.append(actions[size + call] as LedgerAction)
      calls++
    },
    { warmUpMs: 0, measureMs: Number.POSITIVE_INFINITY, operationsMax: APPENDS },
  )
  const newest = size + calls - 1
  expectSame('balances', ledger.total(), balancesAt(actions, [newest]).get(newest) as number)
  return us
}

function openAccounts(watched: number) {
  const rows = Array.from(
    { length: 10_000 },
    (_, at): Account => ({ id: `account-${at}`, owner: `owner ${at}`, minor: 0 }),
  )
  let calls = 0
  let expected: number | undefined
  const accounts = made(contestant.accounts)({
    rows,
    watched: rows.slice(0, watched),
    changed: (minor) => {
      if (expected !== undefined) expectSame('balance that a subscriber reads', minor, expected)
      calls++
    },
  })
  return {
    accounts,
    called: () => calls,
    expectBalance: (minor: number) => {
      expected = minor
    },
  }
}

function made<T>(part: T | undefined): T {
  if (part === undefined) throw new Error(`${library} does not take part in "${work}"`)
  return part
}

/** A measurement of something that did not do its work is worth nothing. */
function expectSame(what: string, is: number, expected: number): void {
  if (is !== expected) throw new Error(`${library}, "${work}": ${what} should be ${expected} and is ${is}`)
}
