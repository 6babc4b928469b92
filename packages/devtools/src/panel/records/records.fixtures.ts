import type { Calls, Feeds, ListProgress } from '../../protocol/calls.ts'
import type { StoreOverview } from '../../protocol/overview.ts'
import type { RecordFilter, RecordRow } from '../../protocol/rows.ts'
import type { CallHandlers, FeedHandlers } from '../../protocol/serveAgent.ts'

/** A log that exists as a formula: any record of a million without keeping one. */
export interface FormulaLog {
  readonly records: number
  at(offset: number): RecordRow
}

const BEGIN = Date.UTC(2026, 10, 23, 9, 0, 0)
const CLIENT = '019ab0c1-77f0-7c2e-9d41-3f5b6a7c8d9e'

interface Kind {
  readonly type: string
  readonly slice: string | undefined
  readonly effect?: string
  readonly isCaused?: boolean
  summary(n: number): string
}

const accounts = ['giro-1', 'giro-2', 'savings', 'depot', 'cash']
const account = (n: number) => accounts[n % accounts.length] ?? 'giro-1'
const moved: Kind = {
  type: 'prices/ticked',
  slice: 'prices',
  summary: (n) => `{ symbol: "EUR${n % 7}", minor: ${10_000 + ((n * 7919) % 997)} }`,
}
/** What happens in a round of sixteen records. */
const round: readonly Kind[] = [
  {
    type: 'bank/transferred',
    slice: 'ledger',
    summary: (n) => `{ from: "${account(n)}", to: "${account(n * 3 + 1)}", minor: ${(n * 613) % 250_000} }`,
  },
  { type: 'bank/statementAsked', slice: 'statements', isCaused: true, summary: (n) => `{ id: "${account(n)}" }` },
  {
    type: 'bank/statementLoaded',
    slice: 'statements',
    effect: 'loadStatement',
    summary: (n) => `{ id: "${account(n)}", rows: Array(${(n * 37) % 240}) }`,
  },
  moved,
  moved,
  moved,
  moved,
  moved,
  moved,
  {
    type: 'search/typed',
    slice: 'search',
    summary: (n) => `{ text: "${'rent to Anna and the electricity bill'.slice(0, 1 + (n % 30))}" }`,
  },
  {
    type: 'search/typed',
    slice: 'search',
    summary: (n) => `{ text: "${'rent to Anna and the electricity bill'.slice(0, 2 + (n % 30))}" }`,
  },
  { type: 'search/found', slice: 'search', effect: 'findEntries', summary: (n) => `{ hits: ${(n * 31) % 420} }` },
  { type: 'bank/opened', slice: 'ledger', summary: (n) => `{ id: "${account(n)}", owner: "Anna", currency: "EUR" }` },
  { type: 'session/renewed', slice: undefined, effect: 'keepSession', summary: () => 'undefined' },
  moved,
  moved,
]

/** Like an app in use: transfers, statements that an effect loads, prices that tick, one record in 500 that fails. */
export function bankLog(records: number, change: (row: RecordRow) => RecordRow = (row) => row): FormulaLog {
  const timeOf = (offset: number) => BEGIN + offset * 40 + ((offset * 7919) % 31) + Math.floor(offset / 400) * 9_000
  return {
    records,
    at(offset) {
      const kind = round[offset % round.length] ?? moved
      const time = timeOf(offset)
      return change({
        offset,
        id: `${CLIENT}.${offset}`,
        type: kind.type,
        time,
        sincePrevious: offset === 0 ? 0 : Math.max(0, time - timeOf(offset - 1)),
        slice: kind.slice,
        effect: kind.effect,
        causedBy: kind.effect || kind.isCaused ? `${CLIENT}.${offset - 1}` : undefined,
        actor: offset % 48 === 0 ? 'anna@example.org' : undefined,
        summary: kind.summary(offset),
        failed: offset % 500 === 144,
        count: 1,
      })
    },
  }
}

interface Found {
  readonly first: number
  readonly end: number
  readonly count: number
}

/** The rows of a list, searched outward from a place as an agent does. */
class FormulaList {
  readonly #log: FormulaLog
  readonly #fits: (row: RecordRow) => boolean
  readonly #folded: boolean
  readonly up: Found[] = []
  readonly down: Found[] = []
  #above: number
  #below: number

  constructor(log: FormulaLog, filter: RecordFilter, folded: boolean, near: number) {
    this.#log = log
    this.#fits = testOf(filter)
    this.#folded = folded
    // At the end all is found downward, as an agent that knows runs across the place does.
    this.#above = near >= log.records - 1 ? log.records : Math.max(0, near)
    this.#below = this.#above - 1
  }

  search(records: number): void {
    for (let n = 0; n < records && this.#above < this.#log.records; n++) this.#push(this.up, this.#above++, 'above')
    for (let n = 0; n < records && this.#below >= 0; n++) this.#push(this.down, this.#below--, 'below')
  }

  progress(): ListProgress {
    const searched = this.#above - this.#below - 1
    const total = this.#log.records
    const rows = this.up.length + this.down.length
    const nearRow = Math.max(0, Math.min(this.down.length, rows - 1))
    return { rows, before: this.down.length, nearRow, searched, total, done: searched === total }
  }

  rowAt(at: number): Found | undefined {
    return at < this.down.length ? this.down[this.down.length - 1 - at] : this.up[at - this.down.length]
  }

  members({ first, end }: Found): number[] {
    const members = []
    for (let offset = first; offset <= end; offset++) if (this.#fits(this.#log.at(offset))) members.push(offset)
    return members
  }

  #push(half: Found[], offset: number, side: 'above' | 'below'): void {
    const row = this.#log.at(offset)
    if (!this.#fits(row)) return
    const last = half.at(-1)
    if (
      this.#folded &&
      last &&
      this.#log.at(last.first).type === row.type &&
      Math.abs(offset - (side === 'above' ? last.end : last.first)) === 1
    ) {
      half[half.length - 1] =
        side === 'above'
          ? { ...last, end: offset, count: last.count + 1 }
          : { ...last, first: offset, count: last.count + 1 }
    } else half.push({ first: offset, end: offset, count: 1 })
  }
}

function testOf(filter: RecordFilter): (row: RecordRow) => boolean {
  const words = filter.type?.toLowerCase().split(/\s+/) ?? []
  const payload = filter.payload?.toLowerCase()
  return (row) =>
    words.every((word) => row.type.toLowerCase().includes(word)) &&
    (payload === undefined || row.summary.toLowerCase().includes(payload)) &&
    (filter.effect === undefined || row.effect === filter.effect) &&
    (filter.origin === undefined || row.id.startsWith(filter.origin)) &&
    (filter.causedBy === undefined || row.causedBy === filter.causedBy) &&
    (!filter.failedOnly || row.failed) &&
    !filter.hidden?.includes(row.type)
}

export interface BankOptions {
  /** `false` for a search that stays under way. */
  readonly finishes?: boolean
  /** Records searched above and below between two parts. */
  readonly slice?: number
  readonly playhead?: Partial<StoreOverview['playhead']>
  readonly stores?: (main: StoreOverview) => readonly StoreOverview[]
  readonly calls?: Partial<CallHandlers>
  /** What is asked, as it is asked. */
  readonly heard?: (name: string, give: unknown) => void
}

/** What an agent answers about a log that is a formula. */
export function bankScript(log: FormulaLog, options: BankOptions = {}) {
  const { finishes = true, slice = 50_000, playhead = {}, stores = (main) => [main] } = options
  const lists = new Map<string, FormulaList>()
  const held = new Map<string, (isHeld: boolean) => void>()
  const head = log.records - 1
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const main: { -readonly [Key in keyof StoreOverview]: StoreOverview[Key] } = {
    id: 'bank',
    name: 'bank',
    parent: undefined,
    playhead: { offset: head, head, status: 'live', time: log.records ? log.at(head).time : undefined, ...playhead },
    span: log.records ? { from: BEGIN, to: log.at(head).time } : undefined,
    slices: ['ledger', 'statements', 'prices', 'search'],
    effects: ['loadStatement', 'findEntries', 'keepSession'],
    locked: false,
    shown: true,
    errors: [],
    progress: undefined,
  }
  const row = ({ first, end, count }: Found): RecordRow => {
    const begin = log.at(first)
    return count === 1 ? begin : { ...begin, count, last: { offset: end, time: log.at(end).time } }
  }
  const listOf = (id: string): FormulaList => {
    const list = lists.get(id)
    if (!list) throw new Error(`There is no list ${id}.`)
    return list
  }
  const calls: Partial<CallHandlers> = {
    rows: ({ list: id, from, to, before }: Calls['rows']['give']) => {
      const list = listOf(id)
      const shift = before === undefined ? 0 : list.progress().before - before
      const rows: RecordRow[] = []
      for (let at = from; at < to; at++) {
        const found = list.rowAt(at + shift)
        if (found) rows.push(row(found))
      }
      return rows
    },
    rowsOfRun: ({ list: id, offset, from, to }: Calls['rowsOfRun']['give']) => {
      const list = listOf(id)
      const found = [...list.down, ...list.up].find(({ first }) => first === offset)
      return found
        ? list
            .members(found)
            .slice(from, to)
            .map((each) => log.at(each))
        : []
    },
    rowOf: ({ list: id, offset }: Calls['rowOf']['give']) => {
      const list = listOf(id)
      const { rows, before } = list.progress()
      let [low, high] = [0, rows]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((list.rowAt(middle)?.end ?? 0) < offset) low = middle + 1
        else high = middle
      }
      return { row: low, before }
    },
    holdSearch: ({ list, isHeld }: Calls['holdSearch']['give']) => {
      held.get(list)?.(isHeld)
      return undefined
    },
    types: () =>
      [...new Map(round.map((kind) => [kind.type, kind])).values()].map((kind) => ({
        type: kind.type,
        slice: kind.slice,
        records: Math.round((log.records / round.length) * round.filter(({ type }) => type === kind.type).length),
        hasSchema: kind.type === 'bank/transferred',
      })),
    density: ({ tracks, from }: Calls['density']['give']) =>
      tracks === 'origin' ? [{ track: CLIENT, counts: [log.records - from], failed: [0] }] : [],
    record: ({ at }: Calls['record']['give']) => {
      const { offset, id, type, time, sincePrevious, actor, slice } = log.at(at)
      const none = undefined
      return {
        ...{ offset, id, type, time, sincePrevious, actor, slices: slice === undefined ? [] : [slice] },
        ...{ version: 1, knownVersion: 1, group: none, cause: none, effect: none, rest: none, callSite: none },
        ...{ errors: [], capturesCallSites: false },
      }
    },
    seek: ({ to }: Calls['seek']['give']) => {
      main.playhead = { ...main.playhead, offset: to, status: 'parked', time: to < 0 ? undefined : log.at(to).time }
      tell()
      return undefined
    },
    live: () => {
      main.playhead = { ...main.playhead, offset: head, status: 'live' }
      tell()
      return undefined
    },
    text: ({ value }: Calls['text']['give']) => {
      const at = value.of === 'payload' || value.of === 'record' ? value.at : 0
      return {
        text: value.of === 'payload' ? payloadText(log.at(Number(at))) : JSON.stringify(log.at(Number(at)), null, 2),
        more: 0,
      }
    },
    ...options.calls,
  }
  const feeds: Partial<FeedHandlers> = {
    overview: (_give, out) => {
      const listener = () => out.part(stores({ ...main }))
      listener()
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    list: ({ list: id, filter, folded, near }: Feeds['list']['give'], out) => {
      const list = new FormulaList(log, filter, folded, near)
      lists.set(id, list)
      let timer: ReturnType<typeof setTimeout>
      const step = () => {
        list.search(slice)
        out.part(finishes ? list.progress() : { ...list.progress(), done: false })
        if (finishes && !list.progress().done) timer = setTimeout(step, 4)
      }
      held.set(id, (isHeld) => {
        clearTimeout(timer)
        if (!isHeld) step()
      })
      step()
      return () => clearTimeout(timer)
    },
  }
  return { calls: heardBy(calls, options.heard), feeds }
}

const heardBy = (calls: Partial<CallHandlers>, heard: BankOptions['heard']): Partial<CallHandlers> =>
  heard
    ? Object.fromEntries(
        Object.entries(calls).map(([name, answer]) => [
          name,
          (give: never) => {
            heard(name, give)
            return (answer as (give: never) => unknown)(give)
          },
        ]),
      )
    : calls

/** The stored text of a payload, from its summary. */
function payloadText({ summary }: RecordRow): string {
  if (summary === 'undefined') return '{"$undefined":true}'
  return summary.replaceAll(/(\w+): /g, '"$1": ').replaceAll(/Array\(\d+\)/g, '[]')
}
