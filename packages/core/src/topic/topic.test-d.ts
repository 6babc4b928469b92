import { expectTypeOf } from 'expect-type'
import type { FoldedRecord, LogRecord, StandardSchema, TopicPattern } from '../index.ts'
import { action, createActions, createSlice, createStore, prepared, topic } from '../index.ts'

declare const schema: StandardSchema<{ id: string; minor: number }>

const bank = createActions('bank', {
  opened: action<{ id: string; owner: string }>({
    topic: (payload) => {
      expectTypeOf(payload).toEqualTypeOf<{ id: string; owner: string }>()
      return ['bank', payload.id, 7]
    },
    redact: ['payload.owner'],
  }),
  paid: action({ schema, topic: ({ id }) => ['bank', id] }),
  moved: prepared((context, to: string) => ({ at: context.now(), to }), { topic: ({ to }) => ['moved', to] }),
  closed: action({ topic: () => ['closed'] }),
})

// A topic says nothing of the payload's type: what was given, or the schema, does.
expectTypeOf(bank.opened).parameter(0).toEqualTypeOf<{ readonly id: string; readonly owner: string }>()
expectTypeOf(bank.paid).parameter(0).toEqualTypeOf<{ readonly id: string; readonly minor: number }>()
expectTypeOf(bank.moved).parameters.toEqualTypeOf<[to: string]>()
expectTypeOf(bank.closed).parameters.toEqualTypeOf<[]>()

expectTypeOf(topic('a.#')).toEqualTypeOf<TopicPattern>()

createSlice('seen', 0, (on) => [
  on(topic('bank.#'), (n, record) => {
    expectTypeOf(record).toEqualTypeOf<FoldedRecord>()
    expectTypeOf(record.payload).toBeUnknown()
    if (!bank.opened.match(record)) return n
    expectTypeOf(record.payload).toEqualTypeOf<{ id: string; owner: string }>()
    return n + 1
  }),
  on([topic('x'), topic('y')], (n, { type }) => {
    expectTypeOf(type).toBeString()
    return n
  }),
  // With a creator, what comes may be either.
  on([bank.closed, topic('z')], (n, record) => {
    expectTypeOf(record).toEqualTypeOf<FoldedRecord | FoldedRecord<'bank/closed', undefined>>()
    return n
  }),
  // @ts-expect-error a pattern is made by topic(…)
  on('bank.#', (n) => n),
])

createStore({ slices: [] })
  .topic('#')
  .subscribe((record) => {
    expectTypeOf(record).toEqualTypeOf<LogRecord>()
  })

// @ts-expect-error words are text or numbers
action<{ id: string; at: Date }>({ topic: ({ at }) => ['at', at] })
// @ts-expect-error a list of words, not text
action<{ id: string }>({ topic: ({ id }) => id })
// @ts-expect-error a list of paths
action<{ id: string }>({ redact: 'payload.id' })
