import type { RecordMark, TimelineAxis, TrackDensity } from '../../protocol/calls.ts'
import type { AgentConnection } from '../../protocol/connectPanel.ts'
import type { RunView, StoreOverview } from '../../protocol/overview.ts'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'

/** A log that is computed, not kept: record n, its time, type and track are functions of n. */
export interface FormulaLog {
  readonly records: number
  readonly playhead?: number
  readonly status?: StoreOverview['playhead']['status']
  readonly slices?: readonly string[]
  readonly runs?: readonly RunView[]
  readonly effects?: readonly string[]
  readonly errors?: StoreOverview['errors']
  /** About one record in so many failed. */
  readonly failedEvery?: number
  readonly branches?: readonly Partial<StoreOverview>[]
  /** Milliseconds before an answer; `never` keeps everybody waiting. */
  readonly answers?: 'at once' | 'never' | 'refused'
}

export interface FormulaAgent {
  readonly agent: AgentConnection
  /** What was asked, by name. */
  readonly asked: { readonly name: string; readonly give: unknown }[]
  /** So many records more. */
  grow(records: number): void
  /** The app's playhead goes there by itself. */
  go(place: number, status?: StoreOverview['playhead']['status']): void
}

const START = Date.UTC(2026, 2, 14, 9, 0, 0)
const GAP_MS = 340
const TYPES: Readonly<Record<string, readonly string[]>> = {
  accounts: ['bank/opened', 'bank/renamed'],
  ledger: ['bank/transferred', 'bank/imported'],
  payments: ['payments/asked', 'payments/cleared', 'payments/rejected'],
  budgets: ['budgets/limited'],
  view: ['view/filtered', 'view/sorted'],
  '': ['playhead/opened'],
}

export function formulaAgent(log: FormulaLog): FormulaAgent {
  const slices = log.slices ?? ['accounts', 'ledger', 'payments', 'budgets', 'view']
  const effects = log.effects ?? [...new Set(log.runs?.map(({ effect }) => effect))]
  const asked: FormulaAgent['asked'] = []
  const listeners = new Set<(part: readonly StoreOverview[]) => void>()
  let head = log.records - 1
  let playhead = log.playhead ?? head
  let status = log.status ?? (playhead === head ? 'live' : 'parked')

  const overview = (): readonly StoreOverview[] => {
    const main: StoreOverview = {
      id: 'bank',
      name: 'bank',
      parent: undefined,
      playhead: { offset: playhead, head, status, time: playhead < 0 ? undefined : timeOf(playhead) },
      span: head < 0 ? undefined : { from: timeOf(0), to: timeOf(head) },
      slices,
      effects,
      locked: false,
      shown: log.branches === undefined,
      errors: log.errors ?? [],
      progress: undefined,
    }
    return [main, ...(log.branches ?? []).map((branch) => ({ ...main, errors: [], ...branch }))]
  }
  const tell = () => {
    for (const listener of listeners) listener(overview())
  }
  const answer = <Name extends string, Give, Get>(name: Name, get: (give: Give) => Get) => ({
    [name]: (give: Give): Get | Promise<Get> => {
      asked.push({ name, give })
      if (log.answers === 'never') return new Promise<Get>(() => undefined)
      if (log.answers === 'refused')
        throw Object.assign(new Error('Cannot read the log: records 0 to 4,095 are on disk and could not be read.'), {
          code: 'devtools/log-unreadable',
        })
      return get(give)
    },
  })
  const move = (to: number, next: typeof status) => {
    playhead = Math.min(Math.max(to, -1), head)
    status = next
    tell()
    return undefined
  }
  const range = ({ from, to, axis }: { from: number; to: number; axis?: TimelineAxis }) =>
    axis === 'time'
      ? { first: placeAt(from - 1e-6, head) + 1, last: placeAt(to - 1e-6, head) }
      : { first: Math.max(0, Math.ceil(from)), last: Math.min(head, Math.ceil(to) - 1) }
  const trackOf = (offset: number, by: string): string =>
    by === 'slice' ? sliceOf(offset, slices) : by === 'effect' ? effectOf(offset, effects) : originOf(offset)
  const isFailed = (offset: number) => log.failedEvery !== undefined && noise(offset * 3 + 1) < 1 / log.failedEvery

  const density = ({
    from,
    to,
    buckets,
    tracks,
    axis,
  }: {
    from: number
    to: number
    buckets: number
    tracks: string
    axis?: TimelineAxis
  }): readonly TrackDensity[] => {
    const counted = new Map<string, { counts: number[]; failed: number[] }>()
    for (let bucket = 0; bucket < buckets; bucket++) {
      const edge = (at: number) => from + ((to - from) * at) / buckets
      const { first, last } = range({ from: edge(bucket), to: edge(bucket + 1), ...(axis && { axis }) })
      const count = last - first + 1
      // Of many records a few are looked at.
      const samples = Math.min(count, 48)
      for (let sample = 0; sample < samples; sample++) {
        const offset = first + Math.floor((sample * count) / samples)
        const track = trackOf(offset, tracks)
        const into = counted.get(track) ?? { counts: zeros(buckets), failed: zeros(buckets) }
        counted.set(track, into)
        into.counts[bucket] = (into.counts[bucket] ?? 0) + count / samples
        if (isFailed(offset)) into.failed[bucket] = (into.failed[bucket] ?? 0) + count / samples
      }
    }
    return [...counted].map(([track, { counts, failed }]) => ({
      track,
      counts: counts.map(Math.round),
      failed: failed.map(Math.round),
    }))
  }

  const marks = (give: { from: number; to: number; tracks: string; axis?: TimelineAxis; most?: number }) => {
    const { first, last } = range(give)
    const length = Math.max(0, Math.min(last - first + 1, give.most ?? 20_000))
    return Array.from({ length }, (_, at): RecordMark => {
      const offset = first + at
      return {
        offset,
        track: trackOf(offset, give.tracks),
        type: typeOf(offset, slices),
        time: timeOf(offset),
        failed: isFailed(offset),
      }
    })
  }

  const agent = scriptedAgent({
    calls: {
      ...answer('density', density),
      ...answer('marks', marks),
      ...answer('runs', ({ from, to, axis }: { from: number; to: number; axis?: TimelineAxis }) =>
        (log.runs ?? []).filter((run) => {
          const begin = axis === 'time' ? run.startedAt : (run.startedIn ?? 0)
          const end = (axis === 'time' ? run.endedAt : run.endedIn) ?? Number.POSITIVE_INFINITY
          return begin < to && end >= from
        }),
      ),
      ...answer('timesAt', ({ places }: { places: readonly number[] }) =>
        places.map((place) => (place < 0 || place > head ? undefined : timeOf(place))),
      ),
      ...answer('placeAt', ({ time }: { time: number }) => placeAt(time, head)),
      ...answer('seek', ({ to }: { to: number }) => move(to, 'parked')),
      ...answer('live', () => move(head, 'live')),
    },
    feeds: {
      overview: (_, out) => {
        const listener = (part: readonly StoreOverview[]) => out.part(part)
        listeners.add(listener)
        listener(overview())
        return () => listeners.delete(listener)
      },
    },
  })

  return {
    agent,
    asked,
    grow(records) {
      head += records
      if (status === 'live') playhead = head
      tell()
    },
    go: (place, next = 'parked') => move(place, next),
  }
}

/** Busy and quiet stretches; it never goes back. */
export const timeOf = (offset: number): number =>
  Math.round(START + offset * GAP_MS + 9000 * Math.sin(offset / 31) + 2_400_000 * Math.sin(offset / 9000))

export function placeAt(time: number, head: number): number {
  let [low, high] = [-1, head]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (timeOf(middle) <= time) low = middle
    else high = middle - 1
  }
  return low
}

/** Slices take turns in being busy. */
function sliceOf(offset: number, slices: readonly string[]): string {
  if (offset % 997 === 3) return ''
  const swell = (at: number) => 0.25 + Math.sin(offset / (40_000 + at * 9000) + at * 2.1) ** 2 / (1 + at * 0.7)
  const weights = slices.map((_, at) => swell(at) * (0.6 + 0.4 * Math.sin(offset / (900 + 370 * at))))
  let left = noise(offset) * weights.reduce((sum, weight) => sum + weight, 0)
  const chosen = weights.findIndex((weight) => {
    left -= weight
    return left <= 0
  })
  return slices[chosen] ?? slices[0] ?? ''
}

const effectOf = (offset: number, effects: readonly string[]): string =>
  noise(offset + 7) < 0.7 ? '' : (effects[Math.floor(noise(offset + 13) * effects.length)] ?? '')

const originOf = (offset: number): string => (noise(Math.floor(offset / 60)) < 0.6 ? '019a-7f31' : '019b-02c4')

function typeOf(offset: number, slices: readonly string[]): string {
  const types = TYPES[sliceOf(offset, slices)] ?? ['app/happened']
  return types[Math.floor(noise(offset + 5) * types.length)] ?? 'app/happened'
}

/** From 0 to 1, the same for the same number. */
function noise(of: number): number {
  let hash = Math.imul(of ^ (of >>> 16), 0x45d9f3b)
  hash = Math.imul(hash ^ (hash >>> 15), 0x45d9f3b)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

const zeros = (length: number) => new Array<number>(length).fill(0)

const OUTCOMES = ['done', 'done', 'superseded', 'cancelled', 'done', 'failed'] as const

/** Runs of three effects with every outcome; the newest are still on. */
export function formulaRuns(records: number): readonly RunView[] {
  const effects = ['loadStatement', 'clearPayment', 'saveDraft']
  return effects.flatMap((effect, kind) => {
    const every = Math.max(5, Math.round(records / (16 + 7 * kind)))
    return Array.from({ length: Math.floor(records / every) }, (_, run): RunView => {
      const startedBy = run * every + kind * 2
      const length = Math.max(1, Math.round(every * (0.35 + noise(run * 3 + kind) * (kind === 0 ? 1.3 : 0.5))))
      const end = startedBy + length
      const isOn = end >= records - 1
      const outcome = isOn ? 'running' : (OUTCOMES[(run + kind * 2) % OUTCOMES.length] ?? 'done')
      return {
        effect,
        run,
        startedBy,
        startedIn: startedBy,
        endedIn: isOn ? undefined : end,
        startedAt: timeOf(startedBy),
        endedAt: isOn ? undefined : timeOf(end),
        outcome,
        emitted: outcome === 'done' ? [end] : [],
        endedBy: outcome === 'cancelled' || outcome === 'superseded' ? end : undefined,
      }
    })
  })
}
