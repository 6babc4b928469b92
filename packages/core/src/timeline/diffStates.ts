import { kindOf } from '../codec/kindOf.ts'
import { sameValue } from '../codec/sameValue.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import type { AnyTable } from '../table/AnyTable.ts'
import type { Path, StateChange } from './StateChange.ts'

/**
 * What is different in `after`, in the order in which it stands there; what was removed comes
 * last in its object. Skips what both share, so it costs what has changed.
 */
export function* diffStates(before: StateBySlice, after: StateBySlice): Generator<StateChange, void, void> {
  yield* diffFields([], before, after)
}

function* diffValues(path: Path, before: unknown, after: unknown): Generator<StateChange, void, void> {
  if (Object.is(before, after)) return
  const kind = kindOfBoth(before, after)
  if (kind === 'object') yield* diffFields(path, before as Fields, after as Fields)
  else if (kind === 'array') yield* diffItems(path, before as readonly unknown[], after as readonly unknown[])
  else if (kind === 'table') yield* diffTables(path, before as AnyTable, after as AnyTable)
  else if (kind === 'map' && keepsOrder(before as AnyMap, after as AnyMap))
    yield* diffMaps(path, before as PathMap, after as PathMap)
  else if (!sameValue(before, after)) yield { kind: 'changed', path, before, after }
}

type Fields = Readonly<Record<string, unknown>>
type AnyMap = ReadonlyMap<unknown, unknown>
type PathMap = ReadonlyMap<string | number, unknown>

function kindOfBoth(before: unknown, after: unknown): ReturnType<typeof kindOf> | undefined {
  if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null) return undefined
  const kind = kindOf(before)
  return kind === kindOf(after) ? kind : undefined
}

function* diffFields(path: Path, before: Fields, after: Fields): Generator<StateChange, void, void> {
  for (const key of Object.keys(after)) {
    if (Object.hasOwn(before, key)) yield* diffValues([...path, key], before[key], after[key])
    else yield { kind: 'added', path: [...path, key], after: after[key] }
  }
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) yield { kind: 'removed', path: [...path, key], before: before[key] }
  }
}

function* diffItems(
  path: Path,
  before: readonly unknown[],
  after: readonly unknown[],
): Generator<StateChange, void, void> {
  const both = Math.min(before.length, after.length)
  for (let i = 0; i < both; i++) yield* diffValues([...path, i], before[i], after[i])
  for (let i = both; i < after.length; i++) yield { kind: 'added', path: [...path, i], after: after[i] }
  // From the end, so that taking them away one after the other comes out right.
  for (let i = before.length - 1; i >= both; i--) yield { kind: 'removed', path: [...path, i], before: before[i] }
}

function* diffMaps(path: Path, before: PathMap, after: PathMap): Generator<StateChange, void, void> {
  for (const [key, value] of before) {
    if (after.has(key)) yield* diffValues([...path, key], value, after.get(key))
    else yield { kind: 'removed', path: [...path, key], before: value }
  }
  for (const [key, value] of after) if (!before.has(key)) yield { kind: 'added', path: [...path, key], after: value }
}

function* diffTables(path: Path, before: AnyTable, after: AnyTable): Generator<StateChange, void, void> {
  for (const change of after.diff(before)) {
    const at = [...path, change.key]
    if (change.kind === 'changed') yield* diffValues(at, change.before, change.after)
    else if (change.kind === 'added') yield { kind: 'added', path: at, after: change.after }
    else yield { kind: 'removed', path: at, before: change.before }
  }
}

/** Whether key by key tells it all: keys can stand in a path, those that stayed are in the same order, new ones behind them. */
function keepsOrder(before: AnyMap, after: AnyMap): boolean {
  const stayed = before.keys().filter((key) => after.has(key))
  let isNew = false
  for (const key of after.keys()) {
    if (typeof key !== 'string' && typeof key !== 'number') return false
    if (!before.has(key)) isNew = true
    else if (isNew || !Object.is(stayed.next().value, key)) return false
  }
  return before.keys().every((key) => typeof key === 'string' || typeof key === 'number')
}
