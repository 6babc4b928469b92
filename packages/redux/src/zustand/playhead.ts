import type { ParkedPolicy, Store } from '@playhead/core'
import { createStore, fromReducer } from '@playhead/core'
import type { StateCreator, StoreApi, StoreMutatorIdentifier } from 'zustand/vanilla'
import type { Marked } from '../keep/KeptParts.ts'
import { KeptParts } from '../keep/KeptParts.ts'
import type { Change } from './changes.ts'
import { changed, changesOf, isPlainObject } from './changes.ts'

export interface PlayheadOptions {
  /** Type of the records of a `set` that names none. Default `set`. */
  readonly name?: string
  /** What a `set` does while the playhead is parked. Default `append`: at the head, out of sight. */
  readonly parked?: ParkedPolicy
  /** Memory for the log, in bytes, as `createStore` has it. Default 256 MiB. */
  readonly memoryBytesMax?: number
}

/**
 * Gives a Zustand store a log, a timeline and the devtools panel:
 *
 * ```ts
 * const useBears = create<Bears>()(playhead((set) => ({ bears: 0, born: () => set((s) => ({ bears: s.bears + 1 }), undefined, 'born') })))
 * useBears.playhead.timeline.seek(12)
 * ```
 *
 * Each `set` is one record, named by its third argument as in Zustand's own `devtools`. It holds what changed, not
 * a copy of the state. While the playhead is parked, `getState` gives the past; a `set` works on the newest state
 * and is appended at the head. Functions of the state belong to the program, and are not in the log.
 *
 * Put it outermost, so that it sees what other middleware sets.
 */
export const playhead = middleware as unknown as Playhead

export type Playhead = <
  T,
  Before extends [StoreMutatorIdentifier, unknown][] = [],
  After extends [StoreMutatorIdentifier, unknown][] = [],
>(
  initializer: StateCreator<T, [...Before, ['playhead', never]], After>,
  options?: PlayheadOptions,
) => StateCreator<T, Before, [['playhead', never], ...After]>

declare module 'zustand/vanilla' {
  interface StoreMutators<S, A> {
    playhead: WithPlayhead<S>
  }
}

type WithPlayhead<S> = S extends { getState: () => infer T } ? Omit<S, 'setState'> & Logged<T> : S

interface Logged<T> {
  readonly playhead: Store<{ readonly state: Data<T> }>
  setState(partial: T | Partial<T> | ((state: T) => T | Partial<T>), replace?: false, name?: Name): void
  setState(state: T | ((state: T) => T), replace: true, name?: Name): void
}

/** What a state holds beside its functions. */
type Data<T> = { readonly [K in keyof T as T[K] extends (...args: never[]) => unknown ? never : K]: T[K] }

type Name = string | { readonly type: string }

type Partly<T> = T | Partial<T> | ((state: T) => T | Partial<T>)
type SetState<T> = (partial: Partly<T>, replace?: boolean, name?: Name) => void
type Api<T> = Omit<StoreApi<T>, 'setState'> & { setState: SetState<T>; playhead?: Store<object> }

interface SetAction extends Marked {
  readonly type: string
  readonly payload?: readonly Change[]
}

function middleware<T>(
  initializer: (set: SetState<T>, get: () => T, api: Api<T>) => T,
  { name = 'set', ...storeOptions }: PlayheadOptions = {},
) {
  return (set: SetState<T>, get: () => T, api: Api<T>): T => {
    const kept = new KeptParts()
    let log: Store<object> | undefined
    let newest: T
    let isSetting = false

    const setLogged: SetState<T> = (partial, replace, named) => {
      // While the state is being made there is nothing to log: it is where the log begins.
      if (!log) return set(partial, replace)
      const part = typeof partial === 'function' ? (partial as (state: T) => T | Partial<T>)(newest) : partial
      if (Object.is(part, newest)) return
      const isWhole = replace ?? (typeof part !== 'object' || part === null)
      const next = (isWhole ? part : { ...newest, ...part }) as T
      const payload = changesOf(dataOf(newest), dataOf(next))
      newest = next
      isSetting = true
      try {
        if (payload.length > 0) kept.dispatch(log, { type: typeOf(named) ?? name, payload } as SetAction, undefined)
      } finally {
        isSetting = false
      }
      if (log.timeline.playhead.status === 'live') set(newest, true)
    }
    api.setState = setLogged

    newest = initializer(setLogged, get, api)
    const initial = dataOf(newest)
    const state = fromReducer('state', (data: unknown, action: SetAction): unknown => {
      if (data === undefined) return initial
      const { payload = [] } = kept.original(action) as SetAction
      return changed(data, payload)
    })
    log = createStore({ slices: [state], payloadBytesMax: Number.MAX_SAFE_INTEGER, ...storeOptions })
    api.playhead = log
    const view = log
    view.subscribe(() => {
      if (isSetting) return
      const viewed = withData(newest, view.get(state))
      // The head may have moved by other means: an undo, an action from the panel.
      if (view.timeline.playhead.status === 'live') newest = viewed
      set(viewed, true)
    })
    return newest
  }
}

const typeOf = (name: Name | undefined): string | undefined => (typeof name === 'object' ? name.type : name)

/** A state without its functions. */
function dataOf(state: unknown): unknown {
  if (!isPlainObject(state)) return state
  return Object.fromEntries(Object.entries(state).filter(([, value]) => typeof value !== 'function'))
}

/** Data of one time with the functions of now. */
function withData<T>(now: T, data: unknown): T {
  if (!isPlainObject(now) || !isPlainObject(data)) return data as T
  const functions = Object.entries(now).filter(([, value]) => typeof value === 'function')
  return { ...Object.fromEntries(functions), ...data } as T
}
