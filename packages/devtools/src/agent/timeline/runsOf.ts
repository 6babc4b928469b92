import type { Calls } from '../../protocol/calls.ts'
import type { RunView } from '../../protocol/overview.ts'
import type { AgentStore } from '../store/AgentStore.ts'
import type { Steps } from '../work/inSlices.ts'
import { runOfRecords, runView } from './runViews.ts'
import { stretchOf } from './stretchOf.ts'

/**
 * Runs of effects that were on at some moment of a range: those of the store's journal, and those that
 * records of the range tell of.
 */
export function* runsOf(store: AgentStore, give: Calls['runs']['give']): Steps<readonly RunView[]> {
  const { from, to, axis } = give
  const { first, last } = stretchOf(store, give)
  yield* store.knowing(Math.max(first, last - SCANNED_MAX), last)
  const isTime = axis === 'time'
  const views: RunView[] = []
  const told = new Set<string>()
  for (const run of store.runs) {
    // Most are elsewhere, and are not worth a view.
    if (!isTime && run.record && store.index.offsetOf(run.record.id) >= to) continue
    if (isTime && (run.startedAt >= to || (run.endedAt ?? to) < from)) continue
    const view = runView(store, run)
    const begin = isTime ? view.startedAt : (view.startedIn ?? 0)
    const end = isTime ? (view.endedAt ?? Number.POSITIVE_INFINITY) : (view.endedIn ?? Number.POSITIVE_INFINITY)
    if (begin >= to || end < from) continue
    views.push(view)
    told.add(keyOf(view.effect, view.run, view.startedBy))
  }
  for (const emitted of yield* emittedIn(store, Math.max(first, last - SCANNED_MAX), last)) {
    const view = runOfRecords(store, emitted)
    if (!told.has(keyOf(view.effect, view.run, view.startedBy))) views.push(view)
  }
  return longest(views, Math.min(give.most ?? RUNS_DRAWN_MAX, RUNS_DRAWN_MAX))
}

/** Offsets of the records of a stretch that effects sent, by run. */
function* emittedIn(store: AgentStore, first: number, last: number): Steps<Iterable<readonly number[]>> {
  const { index } = store
  const byRun = new Map<string, number[]>()
  for (let offset = first; offset <= last; offset++) {
    if (offset % YIELD_EVERY === YIELD_EVERY - 1) yield
    const effect = index.effectAt(offset)
    if (effect === 0) continue
    const key = `${effect} ${index.runAt(offset)} ${index.clientAt(offset)}`
    const known = byRun.get(key)
    if (known) known.push(offset)
    else if (byRun.size < RUNS_DRAWN_MAX) byRun.set(key, [offset])
  }
  return byRun.values()
}

function longest(views: readonly RunView[], most: number): readonly RunView[] {
  if (views.length <= most) return views
  const length = ({ startedAt, endedAt }: RunView) => (endedAt ?? Number.POSITIVE_INFINITY) - startedAt
  return views.toSorted((a, b) => length(b) - length(a)).slice(0, most)
}

const keyOf = (effect: string, run: number, startedBy: number | undefined) => `${run} ${startedBy} ${effect}`

const RUNS_DRAWN_MAX = 2_000
/** Records whose runs are gathered: more than a timeline can tell apart. */
const SCANNED_MAX = 200_000
const YIELD_EVERY = 16_384
