import { mergeMap, of, Subject } from 'rxjs'
import type { EffectsContestant } from '../EffectsContestant.ts'
import { count, effectTypes, nothingCounted, OTHER } from '../effectTypes.ts'

interface BenchAction {
  readonly type: string
  readonly payload: number
}

/** No library: a queue, a reducer, and a subject for each type. */
export const mapOfSubjects: EffectsContestant = (effects) => {
  const types = effectTypes(effects)
  const subjects = new Map<string, Subject<BenchAction>>()
  let state = nothingCounted
  let queue: BenchAction[] = []
  let isDraining = false
  const dispatch = (action: BenchAction) => {
    queue.push(action)
    if (isDraining) return
    isDraining = true
    for (let at = 0; at < queue.length; at++) {
      const next = queue[at] as BenchAction
      state = count(state, next)
      subjects.get(next.type)?.next(next)
    }
    queue = []
    isDraining = false
  }
  for (const { ping, pong } of types) {
    const subject = new Subject<BenchAction>()
    subject.pipe(mergeMap(({ payload }) => of({ type: pong, payload }))).subscribe(dispatch)
    subjects.set(ping, subject)
  }
  return {
    ping: (at) => dispatch({ type: types[at]?.ping as string, payload: at }),
    pongs: () => state.pongs,
    other: () => dispatch({ type: OTHER, payload: 0 }),
    others: () => state.others,
  }
}
