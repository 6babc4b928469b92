import { compileFold } from '../fold/compileFold.ts'
import type { Fold } from '../fold/Fold.ts'
import type { Store } from '../store/Store.ts'
import type { StoreParts } from '../store/storeParts.ts'
import { partsOf } from '../store/storeParts.ts'
import { isVoid } from '../undo/voided.ts'
import { clockMeter } from '../work/clockMeter.ts'
import type { Meter } from '../work/Meter.ts'
import { Listeners } from './Listeners.ts'

/** How long a slice's reducer takes for one record. */
export interface ReducerTime {
  readonly slice: string
  readonly ms: number
}

/**
 * Folds one record again, slice by slice, as often as it takes for a clock to tell its cost, and
 * gives the fastest: what else the machine did is not the reducer's fault. Empty for a void, which
 * no reducer sees.
 *
 * @throws PlayheadError `timeline/not-loaded`
 */
export function timeReducers(store: Store, offset: number, meter: Meter = clockMeter): readonly ReducerTime[] {
  const parts = partsOf(store)
  const record = store.recordAt(offset)
  if (!record || isVoid(record)) return []
  const before = parts.log().stateAt(offset - 1)
  const listening = new Listeners(parts).of(record)
  return listening.map((slice) => {
    const part = foldOf(parts, slice)
    let [fastest, spent] = [Number.POSITIVE_INFINITY, 0]
    // One call first: a slow one is told by any clock, and is not to be called again and again.
    for (let calls = 1; spent < SPENT_MAX_MS && calls <= CALLS_MAX; calls *= 2) {
      const measure = meter.start()
      for (let i = 0; i < calls; i++) part.step(before, record)
      const ms = measure(calls)
      spent += ms
      fastest = Math.min(fastest, ms / calls)
    }
    return { slice, ms: fastest }
  })
}

/** A slice's own fold, without development checks: they fold some records twice. */
function foldOf({ fold, slices }: StoreParts, name: string): Fold {
  const slice = slices().find((each) => each.name === name)
  // A root reducer that was swapped is in no slice.
  return fold().adopted || !slice ? fold().only(new Set([name])) : compileFold([slice])
}

const SPENT_MAX_MS = 2
const CALLS_MAX = 1_024
