import type { LedgerAction } from './LedgerAction.ts'
import { ACCOUNTS, accountId, TRANSFERS_MAX } from './LedgerAction.ts'

/** So many actions of a ledger, the same in every process: 50 % posted, 20 % settled, 20 % filtered, 10 % renamed. */
export const ledgerActions = (count: number): LedgerAction[] => [...eachLedgerAction(count)]

/** The same, made one by one: nobody holds them but who reads them. */
export function* eachLedgerAction(count: number): Generator<LedgerAction, undefined> {
  const random = repeatable(1)
  let posted = 0
  for (let i = 0; i < count; i++) {
    const kind = random(10)
    if (kind < 5 || posted === 0) {
      yield {
        type: 'ledger/posted',
        payload: {
          id: posted++,
          from: accountId(random(ACCOUNTS)),
          to: accountId(random(ACCOUNTS)),
          minor: random(10_000),
        },
      }
    } else if (kind < 7) {
      const oldest = Math.max(0, posted - TRANSFERS_MAX)
      yield { type: 'ledger/settled', payload: { id: oldest + random(posted - oldest) } }
    } else if (kind < 9) {
      yield { type: 'ledger/filtered', payload: { text: `text ${random(100)}` } }
    } else {
      yield {
        type: 'ledger/renamed',
        payload: { id: accountId(random(ACCOUNTS)), owner: `owner ${random(1_000)}` },
      }
    }
  }
}

/** Numbers from 0 below `limit`, the same from the same seed (Lehmer's generator, MINSTD). */
export function repeatable(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
}
