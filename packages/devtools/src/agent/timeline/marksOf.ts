import type { Calls, RecordMark } from '../../protocol/calls.ts'
import { visibleText } from '../preview/visibleText.ts'
import type { AgentStore } from '../store/AgentStore.ts'
import type { Steps } from '../work/inSlices.ts'
import { stretchOf } from './stretchOf.ts'
import { tracksOf } from './tracksOf.ts'

/** The records of a range, one by one: on each of its tracks. The first of them where there are too many. */
export function* marksOf(store: AgentStore, give: Calls['marks']['give']): Steps<readonly RecordMark[]> {
  const { first, last } = stretchOf(store, give)
  const end = Math.min(last, first + Math.min(give.most ?? MARKS_DRAWN_MAX, MARKS_DRAWN_MAX) - 1)
  yield* store.knowing(first, end)
  const { index } = store
  const tracks = tracksOf(store, give.tracks)
  const marks: RecordMark[] = []
  for (let offset = first; offset <= end; offset++) {
    const type = visibleText(index.types.textOf(index.typeAt(offset)) ?? '')
    const time = index.timeAt(offset)
    const failed = index.isFailed(offset)
    for (const track of tracks.of(offset)) {
      marks.push({ offset, track: tracks.names[track] as string, type, time, failed })
    }
  }
  return marks
}

const MARKS_DRAWN_MAX = 20_000
