import type { PlayheadError, Session, SliceDifference, Store } from '@playhead/core'
import type { Program } from './loadProgram.ts'

/** A session folded by somebody's reducers. */
export interface Replayed {
  readonly store: Store
  readonly state: 'same' | 'different' | 'unknown'
  readonly differences: readonly SliceDifference[]
  /** What failed while folding: a reducer that threw, an action of a newer version. */
  readonly errors: readonly PlayheadError[]
}

/** Folds a session. What fails on the way is in `errors`, and not printed. */
export function replaySession(session: Session, { core, slices }: Program): Replayed {
  const { store, state, differences } = quietly(() => core.openSession(session, { slices }))
  const errors: PlayheadError[] = []
  store.error$.subscribe((error) => errors.push(error)).unsubscribe()
  return { store, state, differences, errors }
}

/** A store prints errors that nobody listens to yet. Here they are shown afterwards, once. */
function quietly<T>(run: () => T): T {
  const { error, warn } = console
  console.error = () => {}
  console.warn = () => {}
  try {
    return run()
  } finally {
    Object.assign(console, { error, warn })
  }
}
