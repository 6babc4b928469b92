import { PlayheadError } from '@playhead/core'
import { changeSearch } from '@playhead/core/inspect'
import type { Feeds } from '../../protocol/calls.ts'
import type { FeedHandlers, FeedOut } from '../../protocol/serveAgent.ts'
import type { Answering } from '../calls/Answering.ts'
import { searchingChanges } from '../list/searchingChanges.ts'
import { IN_A_LINE, preview } from '../preview/preview.ts'
import { rowOfRecord } from '../records/rowOf.ts'
import type { AgentStore } from '../store/AgentStore.ts'
import type { Steps } from '../work/inSlices.ts'
import { inSlices } from '../work/inSlices.ts'

/** Who changed a value: newest first, with how far back was searched. */
export const blameFeed =
  ({ stores, time }: Answering): FeedHandlers['blame'] =>
  (give, out) => {
    const stopped = new AbortController()
    const store = stores.get(give.store)
    const search = changeSearch(store.store, statePath(give), Math.min(give.near, store.head))
    const sliced = () => out.part({ kind: 'searched', down: search.down + 1 })
    inSlices(blaming(store, search, out), { time, signal: stopped.signal, sliced }).then(
      () => {
        if (stopped.signal.aborted) return
        sliced()
        out.end()
      },
      (thrown) => out.refuse(thrown),
    )
    return () => stopped.abort()
  }

function* blaming(
  store: AgentStore,
  search: ReturnType<typeof changeSearch>,
  out: FeedOut<Feeds['blame']['part']>,
): Steps<void> {
  for (const found of searchingChanges(store.store, search)) {
    if (found instanceof Promise) yield found
    else {
      for (const { record, before, after } of found) {
        out.part({
          kind: 'hit',
          row: rowOfRecord(store, record),
          before: preview(before, IN_A_LINE),
          after: preview(after, IN_A_LINE),
        })
      }
    }
    yield
  }
}

/**
 * The path from the root of state; payloads are never changed.
 *
 * @throws PlayheadError `devtools/not-state`
 */
export function statePath({ value, path }: Feeds['blame']['give']): Feeds['blame']['give']['path'] {
  if (value.of === 'state' && path.length > 0) return path
  throw new PlayheadError({
    code: 'devtools/not-state',
    message:
      value.of === 'state'
        ? 'Every record that is folded changes the whole state. Choose a slice, or a value in it.'
        : `A ${value.of} never changes. Choose a value of the state.`,
  })
}
