import fc from 'fast-check'
import { action, createActions, createEffect, createSlice, createStore, prepared, table } from '../index.ts'

export const people = createActions('people', {
  joined: action<{ id: string; iban: string; born: Date; limits: ReadonlyMap<string, bigint>; rows?: readonly Row[] }>({
    redact: ['payload.iban', 'payload.rows.*.owner', 'payload.limits.*'],
  }),
  paid: action<{ iban: string; minor: number; key: Uint8Array }>({ redact: ['payload.iban', 'payload.key'] }),
  tagged: action<ReadonlySet<string>>(),
  told: action<{ secret: unknown }>({ redact: ['payload.secret'] }),
  stamped: prepared((context) => ({ at: context.now(), id: context.id() })),
})

export interface Row {
  readonly owner: string
  readonly minor: number
}

interface Person {
  readonly id: string
  readonly born: Date
  readonly minor: number
  readonly limits: ReadonlyMap<string, bigint>
  readonly rows: readonly Row[]
}

/** By IBAN, so that a redacted session works only where equal texts stay equal. */
export const persons = createSlice(
  'persons',
  {
    rows: table<string, Person>({ order: (a, b) => (a.id < b.id ? -1 : 1) }),
    tags: new Set<string>(),
    unknown: 0,
  },
  (on) => [
    on(people.joined, (state, { payload: { iban, rows = [], ...person } }) => {
      state.rows.set(iban, { ...person, rows, minor: 0 })
    }),
    on(people.paid, (state, { payload }) => {
      if (state.rows.get(payload.iban)) {
        state.rows.update(payload.iban, (row) => {
          row.minor += payload.minor
        })
      } else state.unknown++
    }),
    on(people.tagged, (state, { payload }) => {
      for (const tag of payload) state.tags.add(tag)
    }),
  ],
)

export const stamps = createSlice('stamps', [] as number[], (on) => [
  on(people.stamped, (state, { payload }) => {
    state.push(payload.at)
  }),
])

export const slices = [persons, stamps] as const

const ibans = fc.constantFrom('DE89370400440532013000', 'GB29NWBK60161331926819', 'FR1420041010050500013M02606')
const texts = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('$date', '\u2028', '"\n', '__proto__x'))

/** Actions of every kind of value that a payload may hold. */
export const someActions = fc.array(
  fc.oneof(
    fc
      .record({
        id: texts,
        iban: ibans,
        born: fc.date({ noInvalidDate: false }),
        limits: fc
          .uniqueArray(fc.tuple(texts, fc.bigInt()), { selector: ([key]) => key, maxLength: 3 })
          .map((entries) => new Map(entries)),
        rows: fc.array(fc.record({ owner: texts, minor: fc.integer() }), { maxLength: 3 }),
      })
      .map((payload) => people.joined(payload)),
    fc
      .record({ iban: ibans, minor: fc.oneof(fc.integer(), fc.double()), key: fc.uint8Array({ maxLength: 5 }) })
      .map((payload) => people.paid(payload)),
    fc.uniqueArray(texts, { maxLength: 3 }).map((tags) => people.tagged(new Set(tags))),
    fc.constant(undefined).map(() => people.stamped()),
    texts.map((type) => ({ type: `other/${type}`, payload: undefined, meta: { at: new Date(0) } })),
  ),
  { maxLength: 25 },
)

/** A store in which one run of an effect has answered, and one has failed in a way that quotes its payload. */
export function storeWithRuns(secret = 'DE89370400440532013000') {
  const ask = createEffect('ask', {
    on: people.told,
    flatten: 'merge',
    key: () => secret,
    run: ({ payload }) => {
      if (payload.secret === undefined) return [people.stamped()]
      throw new Error(`no account ${String(payload.secret)}`)
    },
    failed: (error) => {
      throw error
    },
  })
  const store = createStore({ slices, effects: [ask] })
  store.error$.subscribe()
  store.dispatch(people.told({ secret: undefined }))
  store.dispatch(people.told({ secret }))
  return store
}
