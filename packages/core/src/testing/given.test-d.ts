import { expectTypeOf } from 'expect-type'
import type { Session, Store } from '../index.ts'
import { createStore, exportSession, importSession, openSession, sessionText } from '../index.ts'
import { given } from './given.ts'
import { answerLater, orders, shop, total } from './kit.fixtures.ts'
import { replay } from './replay.ts'

type Orders = typeof orders extends { readonly initial: infer State } ? State : never

expectTypeOf(given([orders]).store.getState().orders).toEqualTypeOf<Orders>()
const made = given((ports) => createStore({ ...ports, slices: [orders], effects: [answerLater] }))
expectTypeOf(made.store.getState().orders).toEqualTypeOf<Orders>()
expectTypeOf(given(createStore({ slices: [orders] })).store.getState().orders).toEqualTypeOf<Orders>()

// What a test compares with may be a creator, an action, or some fields of a record.
given([orders])
  .when(shop.broken())
  .then(shop.ordered, shop.ordered({ id: 'a', minor: 1 }), { actor: 'ann' })
given([orders]).thenState(total, 0)
// @ts-expect-error records are compared once something has happened
given([orders]).then(shop.ordered)
// @ts-expect-error a selector, not its name
given([orders]).thenState('total', 0)

expectTypeOf(importSession('')).toEqualTypeOf<Session>()
expectTypeOf(importSession([''])).toEqualTypeOf<Session>()
const store = createStore({ slices: [orders] })
expectTypeOf(importSession(exportSession(store))).toEqualTypeOf<Promise<Session>>()
expectTypeOf(sessionText(store)).toBeString()
expectTypeOf(openSession(importSession(''), { slices: [orders] }).store.getState().orders).toEqualTypeOf<Orders>()
expectTypeOf(replay('', { slices: [orders] })).toExtend<Store>()
expectTypeOf(replay(exportSession(store), { slices: [orders] })).toExtend<Promise<Store>>()
// @ts-expect-error the session is the log
openSession(importSession(''), { slices: [orders], log: undefined })
