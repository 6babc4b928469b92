import { kindOf } from '../codec/kindOf.ts'
import { shownPath } from '../data/shownPath.ts'
import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { Selector } from '../selector/Selector.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import { SelectorMemo } from '../selector/SelectorMemo.ts'
import { slicesOf } from '../selector/slicesOf.ts'
import type { AnyTable } from '../table/AnyTable.ts'
import type { Path } from './StateChange.ts'

/** A value that is looked for in many states. */
export interface Target {
  /** Names of the slices that it is read from. */
  readonly slices: ReadonlySet<string>
  /** Makes a reader for states that follow one another. */
  reader(): (state: StateBySlice) => unknown
}

/**
 * `known` has every slice by name.
 *
 * @throws PlayheadError `timeline/bad-path` for a path that begins with no slice
 */
export function blameTarget(target: Path | Selector<unknown>, known: StateBySlice): Target {
  if (!isPath(target)) return { slices: slicesOf(target), reader: () => selectorReader(target) }
  const [slice] = target
  if (typeof slice !== 'string' || !Object.hasOwn(known, slice)) throw badPath(target, known)
  return { slices: new Set([slice]), reader: () => (state) => valueAtPath(state, target) }
}

/** What stands at a path; `undefined` where nothing does. */
export function valueAtPath(state: StateBySlice, path: Path): unknown {
  let value: unknown = state
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = partOf(value, key)
  }
  return value
}

function partOf(value: object, key: string | number): unknown {
  const kind = kindOf(value)
  if (kind === 'table') return (value as AnyTable).get(key)
  if (kind === 'map') return (value as ReadonlyMap<unknown, unknown>).get(key)
  return Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined
}

/** A memory of its own, so that a selector runs only for states in which what it read has changed. */
function selectorReader(selector: Selector<unknown>): (state: StateBySlice) => unknown {
  let memo: SelectorMemo | undefined
  return (state) => {
    memo ??= new SelectorMemo(state)
    memo.moveTo(state)
    try {
      return memo.read(selector)
    } catch {
      // Written for a state that has what it reads: there was a time before.
      return undefined
    }
  }
}

const isPath = (target: Path | Selector<unknown>): target is Path => Array.isArray(target)

const badPath = (path: Path, known: StateBySlice) =>
  new PlayheadError({
    code: 'timeline/bad-path',
    message: DEV
      ? `Cannot blame ${shownPath('state', path)}: a path begins with the name of a slice, which here is one of ${Object.keys(known).join(', ') || '(none)'}.`
      : [shownPath('state', path)],
  })
