import type { LedgerAction } from './LedgerAction.ts'
import { ACCOUNTS, accountId, TRANSFERS_MAX } from './LedgerAction.ts'

/** So many actions of a ledger, the same in every process: 50 % posted, 20 % settled, 20 % filtered, 10 % renamed. */
export function ledgerActions(count: number): LedgerAction[] {
  const random = repeatable(1)
  const actions: LedgerAction[] = []
  let posted = 0
  for (let i = 0; i < count; i++) {
    const kind = random(10)
    if (kind < 5 || posted === 0) {
      actions.push({
        type: 'ledger/posted',
        payload: {
          id: posted++,
          from: accountId(random(ACCOUNTS)),
          to: accountId(random(ACCOUNTS)),
          minor: random(10_000),
        },
      })
    } else if (kind < 7) {
      const oldest = Math.max(0, posted - TRANSFERS_MAX)
      actions.push({ type: 'ledger/settled', payload: { id: oldest + random(posted - oldest) } })
    } else if (kind < 9) {
      actions.push({ type: 'ledger/filtered', payload: { text: `text ${random(100)}` } })
    } else {
      actions.push({
        type: 'ledger/renamed',
        payload: { id: accountId(random(ACCOUNTS)), owner: `owner ${random(1_000)}` },
      })
    }
  }
  return actions
}

/** Numbers from 0 below `limit`, the same from the same seed (Lehmer's generator, MINSTD). */
export function repeatable(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
}
