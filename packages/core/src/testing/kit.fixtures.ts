import { delay, of } from 'rxjs'
import { action, createActions, createEffect, createSelector, createSlice, prepared, table } from '../index.ts'

export const shop = createActions('shop', {
  ordered: action<{ id: string; minor: number }>(),
  stamped: prepared((context) => ({ id: context.id(), at: context.now() })),
  asked: action<{ id: string }>(),
  answered: action<{ id: string; at: Date }>(),
  failed: action<string>(),
  broken: action(),
})

export const orders = createSlice(
  'orders',
  { rows: table<string, { readonly minor: number }>(), answers: [] as string[] },
  (on) => [
    on(shop.ordered, (state, { payload }) => {
      state.rows.set(payload.id, { minor: payload.minor })
    }),
    on([shop.asked, shop.answered], (state, { type, payload }) => {
      state.answers.push(`${type} ${payload.id}`)
    }),
    on(shop.broken, () => {
      throw new Error('cannot fold')
    }),
  ],
)

export const total = createSelector(orders, ({ rows }) => rows.values().reduce((sum, { minor }) => sum + minor, 0))

/** Answers after 300 ms of the store's time. */
export const answerLater = createEffect('answerLater', {
  on: shop.asked,
  flatten: 'switch',
  run: ({ payload: { id } }, { scheduler }) => of(shop.answered({ id, at: new Date(5) })).pipe(delay(300, scheduler)),
  failed: (error) => shop.failed(String(error)),
})

/** Answers with a promise. */
export const answerByPromise = createEffect('answerByPromise', {
  on: shop.asked,
  flatten: 'merge',
  run: async ({ payload: { id } }) => {
    await undefined
    if (id === 'bad') throw new Error('no such id')
    return shop.answered({ id, at: new Date(5) })
  },
  failed: (error) => shop.failed(String(error)),
})
