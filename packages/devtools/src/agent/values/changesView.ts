import type { StateChange } from '@playhead/core'
import { changesBetween } from '@playhead/core/inspect'
import type { ChangesView, ChangeView } from '../../protocol/calls.ts'
import { IN_A_LINE, preview } from '../preview/preview.ts'

/** What is different in a state, seen from another. Costs what has changed. */
export function changesView(before: object, after: object, changesMax = CHANGES_SHOWN): ChangesView {
  const changes: ChangeView[] = []
  let more = 0
  for (const change of changesBetween(before, after)) {
    if (changes.length < changesMax) changes.push(changeView(change))
    else if (++more === CHANGES_COUNTED_MAX) break
  }
  return { changes, more }
}

function changeView(change: StateChange): ChangeView {
  const { kind, path } = change
  return {
    kind,
    path,
    ...('before' in change && { before: preview(change.before, IN_A_LINE) }),
    ...('after' in change && { after: preview(change.after, IN_A_LINE) }),
  }
}

const CHANGES_SHOWN = 200
/** Two distant states may differ in every row: the rest is not counted to its end. */
const CHANGES_COUNTED_MAX = 100_000
