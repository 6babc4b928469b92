import type { Path, PlacedRecord } from '@playhead/core'
import { action, createActions, createSlice, createStore, table } from '@playhead/core'
import { preview, previewParts } from '../../agent/preview/preview.ts'
import { changesView } from '../../agent/values/changesView.ts'
import { findingText } from '../../agent/values/findingText.ts'
import { locate } from '../../agent/values/locate.ts'
import { textOfValue } from '../../agent/values/textOfValue.ts'
import { valueAt } from '../../agent/values/valueAt.ts'
import type { CauseGraph, TimingView } from '../../protocol/calls.ts'
import type { RunView, StoreOverview } from '../../protocol/overview.ts'
import type { RecordView } from '../../protocol/RecordView.ts'
import type { CallHandlers, FeedHandlers } from '../../protocol/serveAgent.ts'
import type { ValueOf } from '../../protocol/values.ts'

interface Account {
  readonly id: string
  readonly owner: string
  readonly minor: number
  readonly opened: Date
  readonly tags: readonly string[]
}

const bank = createActions('bank', {
  opened: action<{ id: string; owner: string }>(),
  transferred: action<{ from: string; to: string; minor: number; note: string }>(),
  statementAsked: action<{ id: string }>(),
  statementLoaded: action<{ id: string; rows: readonly { booked: Date; text: string; minor: number }[] }>({
    version: 2,
    upcast: { 1: (old: { id: string }) => ({ id: old.id, rows: [] }) },
  }),
})

const ledger = createSlice('ledger', { accounts: table<string, Account>(), transfers: 0 }, (on) => [
  on(bank.opened, (state, { payload }) => {
    state.accounts.set(payload.id, {
      ...payload,
      minor: 0,
      opened: new Date('2026-11-23T09:00:00Z'),
      tags: ['private'],
    })
  }),
  on(bank.transferred, (state, { payload: { from, to, minor } }) => {
    state.transfers += 1
    for (const [id, by] of [
      [from, -minor],
      [to, minor],
    ] as const)
      if (state.accounts.has(id))
        state.accounts.update(id, (account) => {
          account.minor += by
        })
  }),
])

const statement = createSlice(
  'statement',
  { status: 'idle', id: '', heading: '', rows: 0 } as { status: string; id: string; heading: string; rows: number },
  (on) => [
    on(bank.statementAsked, (state, { payload }) => {
      state.status = 'loading'
      state.id = payload.id
      state.heading = `Statement of the account ${payload.id}, being fetched from the bank`
    }),
    on(bank.statementLoaded, (state, { payload }) => {
      state.status = 'ready'
      state.heading = `Statement of the account ${payload.id}, fetched from the bank`
      state.rows = payload.rows.length
    }),
  ],
)

const START = Date.UTC(2026, 10, 23, 9, 0, 0)

/** A small bank whose log has seven records, and an answer to everything that the inspector asks. */
export function inspectedApp(options: InspectedOptions = {}) {
  let now = START
  const app = createStore({ slices: [ledger, statement], clock: { now: () => now } })
  const dispatches = [
    bank.opened({ id: 'giro', owner: 'Ada Lovelace' }),
    bank.opened({ id: 'savings', owner: 'Ada Lovelace' }),
    bank.transferred({ from: 'giro', to: 'savings', minor: 25_000, note: 'Holiday money, first of three' }),
    bank.statementAsked({ id: 'giro' }),
    bank.statementLoaded({
      id: 'giro',
      rows: [
        { booked: new Date('2026-11-02'), text: 'Rent November', minor: -95_000 },
        { booked: new Date('2026-11-05'), text: 'Groceries', minor: -4_210 },
      ],
    }),
    bank.transferred({ from: 'giro', to: 'savings', minor: 5_000, note: 'Holiday money, second of three' }),
    bank.transferred({ from: 'shop', to: 'nobody', minor: 0, note: '' }),
  ]
  const records: PlacedRecord[] = []
  app.action$.subscribe((record) => records.push({ offset: records.length, ...record } as PlacedRecord))
  for (const each of dispatches) {
    app.dispatch(each)
    now += 1_250
  }

  const roots = (of: ValueOf): unknown => {
    if (options.value) return options.value
    if (of.of === 'state') return app.at(of.at === 'live' ? records.length - 1 : of.at).getState()
    return of.of === 'payload' ? records[of.at]?.payload : records[of.at]
  }
  const at = (of: ValueOf, path: Path) => valueAt(roots(of), path)

  const calls: Partial<CallHandlers> = {
    record: ({ at: offset }) => recordView(records, offset, options),
    value: ({ value, path }) => preview(at(value, path)),
    children: ({ value, path, from, to }) => previewParts(at(value, path), from, to),
    locate: ({ value, path }) => locate(roots(value), path),
    text: ({ value, path, as }) => textOfValue(at(value, path), as),
    diff: ({ before, after, changesMax }) =>
      changesView(app.at(before).getState(), app.at(after).getState(), changesMax),
    causes: ({ at: offset }) => options.causes ?? causesOf(records, offset),
    timing: ({ at: offset }) => options.timing ?? timingOf(records, offset),
    seek: ({ to }) => {
      move(to)
      return undefined
    },
    captureCallSites: () => undefined,
    ...options.calls,
  }
  let tell: ((stores: readonly StoreOverview[]) => void) | undefined
  let playhead = options.at ?? 5
  const overview = (): StoreOverview =>
    ({
      id: 'bank',
      name: options.branch ?? 'bank',
      parent: options.branch === undefined ? undefined : { id: 'original', at: 3 },
      playhead: {
        offset: playhead,
        head: records.length - 1,
        status: 'parked',
        time: records[playhead]?.time,
      },
      span: { from: START, to: now },
      slices: ['ledger', 'statement'],
      effects: ['loadStatement'],
      locked: false,
      capturesCallSites: false,
      shown: true,
      errors: [],
      progress: undefined,
    }) as StoreOverview
  /** Moves the playhead, as the app does. */
  function move(to: number): void {
    playhead = to
    tell?.([overview()])
  }
  const feeds: Partial<FeedHandlers> = {
    overview(_, out) {
      tell = out.part
      out.part([overview()])
      return () => {}
    },
    findInValue({ value, path, text, foundMax }, out) {
      const looked = { values: 0 }
      const work = findingText(at(value, path), { text, foundMax, found: out.part, looked })
      while (!work.next().done);
      out.part({ kind: 'searched', values: looked.values })
      out.end()
      return () => {}
    },
    blame({ path, near }, out) {
      for (let offset = near; offset >= 0; offset--) {
        const record = records[offset]
        const [before, after] = [offset - 1, offset].map((place) => valueOrNone(app.at(place).getState(), path))
        if (!record || JSON.stringify(before) === JSON.stringify(after)) continue
        const effect = record.type === 'bank/statementLoaded' ? 'loadStatement' : undefined
        const row = { ...rowOf(record), effect }
        out.part({ kind: 'hit', row, before: preview(before), after: preview(after) })
      }
      out.part({ kind: 'searched', down: 0 })
      out.end()
      return () => {}
    },
    runUntilChanged({ path, from, direction }, out) {
      const by = direction === 'backward' ? -1 : 1
      const value = (place: number) => JSON.stringify(valueOrNone(app.at(place).getState(), path))
      let place = direction === 'backward' ? from - 1 : from + 1
      while (place >= 0 && place < records.length && value(place) === value(place - 1)) place += by
      out.part({ at: place >= 0 && place < records.length ? place : undefined })
      out.end()
      return () => {}
    },
    ...options.feeds,
  }
  return { calls, feeds, move, records }
}

export interface InspectedOptions {
  /** Where the playhead stands. */
  readonly at?: number
  /** Makes the store a branch of this name. */
  readonly branch?: string
  /** Stands for every payload and state. */
  readonly value?: unknown
  readonly callSite?: readonly string[]
  readonly errors?: readonly string[]
  readonly causes?: CauseGraph
  readonly timing?: TimingView
  readonly calls?: Partial<CallHandlers>
  readonly feeds?: Partial<FeedHandlers>
}

function valueOrNone(root: unknown, path: Path): unknown {
  try {
    return valueAt(root, path)
  } catch {
    return undefined
  }
}

const rowOf = (record: PlacedRecord) => ({
  offset: record.offset,
  id: record.id,
  type: record.type,
  time: record.time,
  sincePrevious: record.offset === 0 ? 0 : 1_250,
  slice: record.type.startsWith('bank/statement') ? 'statement' : 'ledger',
  effect: undefined,
  causedBy: undefined,
  actor: undefined,
  summary: '',
  failed: false,
  count: 1,
})

function recordView(records: readonly PlacedRecord[], offset: number, options: InspectedOptions): RecordView {
  const record = records[offset]
  if (!record) throw new Error(`There is no record ${offset}.`)
  const asked = records[3]
  const isAnswer = offset === 4
  return {
    offset,
    id: record.id,
    type: record.type,
    version: isAnswer ? 1 : record.version,
    knownVersion: isAnswer ? 2 : 1,
    time: record.time,
    sincePrevious: offset === 0 ? 0 : 1_250,
    actor: 'ada@example.org',
    group: undefined,
    cause: isAnswer && asked ? { id: asked.id, offset: 3, type: asked.type } : undefined,
    effect: isAnswer ? { name: 'loadStatement', run: 1 } : undefined,
    rest: undefined,
    slices: offset === 6 ? ['ledger'] : [rowOf(record).slice],
    errors: options.errors ?? [],
    callSite: options.callSite,
    capturesCallSites: options.callSite !== undefined,
  }
}

const nodeOf = (record: PlacedRecord | undefined, effect?: { name: string; run: number }) => ({
  id: record?.id ?? 'x.0',
  offset: record?.offset,
  type: record?.type ?? 'bank/opened',
  time: record?.time ?? START,
  effect,
})

const RUN: RunView = {
  effect: 'loadStatement',
  run: 1,
  startedBy: 3,
  startedAt: START + 3_750,
  endedAt: START + 5_000,
  outcome: 'done',
  emitted: [4],
  endedBy: undefined,
}

function causesOf(records: readonly PlacedRecord[], offset: number): CauseGraph {
  const answer = nodeOf(records[4], { name: 'loadStatement', run: 1 })
  if (offset === 4) return { ancestors: [nodeOf(records[3])], self: answer, effects: [], direct: [], more: 0 }
  const effects = offset === 3 ? [{ run: RUN, caused: [answer] }] : []
  return { ancestors: [], self: nodeOf(records[offset]), effects, direct: [], more: 0 }
}

const timingOf = (records: readonly PlacedRecord[], offset: number): TimingView => ({
  reducers: records[offset]?.type.startsWith('bank/statement')
    ? [{ slice: 'statement', ms: 0.0042 }]
    : [{ slice: 'ledger', ms: 0.018 }],
  selectorsRun: 12,
  subscribersTold: 3,
  slow: false,
  slowMs: 4,
})
