import type { StoreOverview } from '../../protocol/overview.ts'
import { useCall } from '../connection/useCall.ts'
import { useThrottled } from '../connection/useThrottled.ts'
import { arrangement } from '../model/arrangement.ts'
import { useSelector } from '../model/panelStore.ts'
import type { ChosenRange, RangeChoice } from './rangeChoice.ts'
import { rangeOf } from './rangeChoice.ts'

const ASKED_MS = 2_000

/** The records that a choice comes to, in the log as it is now; `undefined` where there are none, or not yet. */
export function useChosenRange(store: StoreOverview, choice: RangeChoice): ChosenRange | undefined {
  const { loop } = useSelector(arrangement)
  // While records come in, what a file would hold is not worked out anew for each of them.
  const head = useThrottled(store.playhead.head, ASKED_MS)
  const newest = useThrottled(store.span?.to, ASKED_MS)
  const isByTime = choice.kind === 'last' && choice.unit === 'minutes'
  const since = isByTime && newest !== undefined ? newest - choice.count * 60_000 : undefined
  // Records at just this time count: the last place before is asked for.
  const { got } = useCall('placeAt', since === undefined ? undefined : { store: store.id, time: since - 1 })
  if (isByTime) return got === undefined || head < 0 ? undefined : { from: Math.min(head, got + 1), to: head }
  return rangeOf(choice, { head, loop })
}
