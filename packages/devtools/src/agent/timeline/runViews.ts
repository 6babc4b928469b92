import type { Run } from '@playhead/core'
import type { RunView } from '../../protocol/overview.ts'
import type { AgentStore } from '../store/AgentStore.ts'

const OUTCOMES: { readonly [status in Run['status']]: RunView['outcome'] } = {
  waiting: 'running',
  running: 'running',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
  superseded: 'superseded',
  // It never ran, because another run was on.
  ignored: 'superseded',
}

/** A run of the store's own journal. */
export function runView({ index, inspection }: AgentStore, run: Run): RunView {
  const { records } = inspection
  const startedBy = run.record && placeOf(index.offsetOf(run.record.id))
  const endedBy = run.endedBy && placeOf(index.offsetOf(run.endedBy.id))
  return {
    effect: run.effect,
    run: run.run,
    startedBy,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    startedIn: startedBy ?? records.offsetAt(run.startedAt),
    endedIn: run.endedAt === undefined ? undefined : records.offsetAt(run.endedAt),
    outcome: OUTCOMES[run.status],
    emitted: run.emitted.map((id) => index.offsetOf(id)).filter((offset) => offset >= 0),
    endedBy,
  }
}

/** What the records of a run tell of it, where the journal has forgotten it or it was another page's. */
export function runOfRecords({ index }: AgentStore, emitted: readonly number[]): RunView {
  const [first = 0] = emitted
  const last = emitted.at(-1) ?? first
  const cause = index.causeAt(first)
  const startedBy = cause === undefined ? undefined : placeOf(index.offsetOf(cause))
  return {
    effect: index.effects.textOf(index.effectAt(first)) ?? '',
    run: index.runAt(first),
    startedBy,
    startedAt: index.timeAt(startedBy ?? first),
    endedAt: index.timeAt(last),
    startedIn: startedBy ?? first,
    endedIn: last,
    outcome: 'done',
    emitted,
    endedBy: undefined,
  }
}

const placeOf = (offset: number): number | undefined => (offset < 0 ? undefined : offset)
