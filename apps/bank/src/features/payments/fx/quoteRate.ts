import type { Needs } from '@playhead/core'
import { createEffect } from '@playhead/core'
import { map } from 'rxjs'
import { payments } from '../actions.ts'
import type { FxDesk } from './FxDesk.ts'

/** Asks what a currency costs. The newest question of all counts: a form shows one quote. */
export const quoteRate = createEffect('quoteRate', {
  on: payments.quoteAsked,
  flatten: 'switch',
  run: ({ payload: { quoteId, sell, buy } }, { fxDesk, scheduler }: Needs<{ fxDesk: FxDesk }>) =>
    fxDesk
      .quote(sell, buy)
      .pipe(map((rate) => payments.quoted({ quoteId, sell, buy, ...rate, validUntil: scheduler.now() + VALID_MS }))),
  failed: (error, { payload: { quoteId } }) =>
    payments.quoteRefused({ quoteId, reason: error instanceof Error ? error.message : String(error) }),
})

/** As long as desks keep a rate for private customers. */
const VALID_MS = 30_000
