import type { Table } from '@playhead/core'
import { createSelector, createSelectorFamily, createSlice, table } from '@playhead/core'
import type { AccountId } from './Account.ts'
import { bank } from './actions.ts'
import type { PlacedHold } from './Hold.ts'

interface HoldsState {
  /** In the order in which they were placed. */
  readonly byId: Table<string, PlacedHold>
}

const initial: HoldsState = { byId: table<string, PlacedHold>() }

/** What is spoken for. A hold is placed once and ends once: a second of its id, and a second end, change nothing. */
export const holds = createSlice('holds', initial, (on) => [
  on(bank.holdPlaced, (state, { payload, time }) => {
    if (state.byId.has(payload.holdId)) return
    state.byId.set(payload.holdId, { ...payload, placedAt: time, status: 'open' })
  }),
  on([bank.holdReleased, bank.holdExpired], (state, { type, payload: { holdId } }) => {
    const hold = state.byId.get(holdId)
    if (hold?.status !== 'open') return
    state.byId.set(holdId, { ...hold, status: type === bank.holdExpired.type ? 'expired' : 'released' })
  }),
])

/** All that is spoken for, in the order in which it was placed. */
export const openHolds = createSelector(holds, ({ byId }): readonly PlacedHold[] =>
  byId
    .values()
    .filter(({ status }) => status === 'open')
    .toArray(),
)

/** What is spoken for on one account. */
export const openHoldsOf = createSelectorFamily(openHolds, (open, account: AccountId): readonly PlacedHold[] =>
  open.filter((hold) => hold.account === account),
)

/** Its sum, in minor units. */
export const heldOf = createSelectorFamily((account: AccountId) =>
  createSelector(openHoldsOf(account), (open) => open.reduce((sum, { minor }) => sum + minor, 0)),
)
