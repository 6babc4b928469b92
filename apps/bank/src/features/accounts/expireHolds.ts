import { createEffect, createSelector } from '@playhead/core'
import { map } from 'rxjs'
import { until } from '../../calendar/until.ts'
import { bank, openHolds } from '../../ledger/index.ts'

/** Ends holds when their time is over; after a reload, those whose time was over meanwhile at once. */
export const expireHolds = createEffect('expireHolds', {
  on: bank.holdPlaced,
  flatten: 'exhaust',
  key: ({ payload }) => payload.holdId,
  cancelOn: { on: bank.holdReleased, key: ({ payload }) => payload.holdId },
  run: ({ payload: { holdId, expiresAt } }, { scheduler }) =>
    expiresAt === undefined ? [] : until(expiresAt, scheduler).pipe(map(() => bank.holdExpired({ holdId }))),
  failed: (_, { payload: { holdId } }) => bank.holdExpired({ holdId }),
  resume: createSelector(openHolds, (open) =>
    open
      .filter(({ expiresAt }) => expiresAt !== undefined)
      .map(({ placedAt: _, status: __, ...hold }) => bank.holdPlaced(hold)),
  ),
})
