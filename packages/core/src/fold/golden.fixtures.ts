import { action, createActions, createRecords, createSlice, prepared, table } from '../index.ts'

const golden = createActions('golden', {
  opened: action<{ id: string; since: Date; limits: ReadonlyMap<string, bigint> }>(),
  moved: prepared((context, from: string, to: string, minor: number) => ({
    id: context.id(),
    at: context.now(),
    luck: context.random(),
    from,
    to,
    minor,
  })),
  closed: action<string>(),
  tagged: action<{ id: string; bytes: Uint8Array }>(),
})

interface Account {
  readonly id: string
  readonly since: Date
  readonly limits: ReadonlyMap<string, bigint>
  readonly minor: number
  readonly bytes?: Uint8Array
}

/** Of everything that state may hold, so that nothing of it depends on the engine. */
export const accounts = createSlice('accounts', { rows: table<string, Account>(), closed: new Set<string>() }, (on) => [
  on(golden.opened, (state, { payload }) => state.rows.set(payload.id, { ...payload, minor: 0 })),
  on(golden.moved, (state, { payload: { from, to, minor } }) => {
    state.rows.update(from, (row) => {
      row.minor -= minor
    })
    state.rows.update(to, (row) => {
      row.minor += minor
    })
  }),
  on(golden.closed, (state, { payload }) => {
    state.closed.add(payload)
    state.rows.delete(payload)
  }),
  on(golden.tagged, (state, { payload }) => {
    state.rows.update(payload.id, (row) => {
      row.bytes = payload.bytes
    })
  }),
])
export const luck = createSlice('luck', { sum: 0, ids: [] as string[] }, (on) => [
  on(golden.moved, (state, { payload }) => {
    state.sum += payload.luck
    if (state.ids.length < 5) state.ids.push(payload.id)
  }),
])

/** 2,000 records, always the same. Some throw in `accounts`: their row is closed already. */
export function goldenRecords() {
  const random = lehmer(20261123)
  const names = Array.from({ length: 40 }, (_, i) => `account ${i}`)
  const pick = () => names[Math.floor(random() * names.length)] as string
  const actions = names.map((id, i) =>
    golden.opened({ id, since: new Date(i * 86_400_000), limits: new Map([['day', BigInt(i) ** 9n]]) }),
  )
  const others = Array.from({ length: 1_960 }, (_, i) => {
    if (i % 97 === 96) return golden.closed(pick())
    if (i % 31 === 30) return golden.tagged({ id: pick(), bytes: Uint8Array.of(i & 255, i >> 8) })
    return golden.moved(pick(), pick(), Math.floor(random() * 10_000))
  })
  return createRecords(
    [...actions, ...others].map((each, i) => ({ time: 1_700_000_000_000 + i * 1_000, action: each })),
    { client: 'golden', random },
  )
}

/** What state comes to, in every engine. A change here is a change of what logs mean. */
export const goldenHash = '657d87295cfa5ba4a85e9657190478f0'

/** Lehmer's generator with the multiplier of Park and Miller (1988): whole numbers only, the same everywhere. */
function lehmer(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
