import type { LedgerAction } from './LedgerAction.ts'
import { firstAccounts } from './LedgerAction.ts'
import { checksum } from './pagedLedger.ts'

/** The checksum of all balances just after each of these places, worked out as plainly as can be. */
export function balancesAt(actions: Iterable<LedgerAction>, places: readonly number[]): ReadonlyMap<number, number> {
  const accounts = firstAccounts().map(({ minor }) => ({ minor }))
  const byId = new Map(firstAccounts().map(({ id }, at) => [id, accounts[at] as { minor: number }]))
  const wanted = new Set(places)
  const sums = new Map<number, number>()
  let place = 0
  for (const { type, payload } of actions) {
    if (type === 'ledger/posted') {
      const giver = byId.get(payload.from)
      if (giver) giver.minor -= payload.minor
      const taker = byId.get(payload.to)
      if (taker) taker.minor += payload.minor
    }
    if (wanted.has(place)) sums.set(place, checksum(accounts))
    place++
  }
  return sums
}
