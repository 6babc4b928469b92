/** What one `set` changed, in plain data: what stayed is not in it. */
export type Change =
  | { readonly path: Path; readonly value: unknown }
  | { readonly path: Path; readonly gone: true }
  /** Items of an array: `remove` of them from `at` on gave way to `insert`. */
  | { readonly path: Path; readonly at: number; readonly remove: number; readonly insert: readonly unknown[] }

export type Path = readonly (string | number)[]

/**
 * What leads from one value to another. Equal parts are skipped by reference, so it costs what was copied on the
 * way to a change, and a change of one row of ten thousand is one row.
 */
export function changesOf(before: unknown, after: unknown): readonly Change[] {
  const changes: Change[] = []
  compare(before, after, [], changes)
  return changes
}

function compare(before: unknown, after: unknown, path: Path, changes: Change[]): void {
  if (Object.is(before, after)) return
  if (Array.isArray(before) && Array.isArray(after)) compareItems(before, after, path, changes)
  else if (isPlainObject(before) && isPlainObject(after)) compareFields(before, after, path, changes)
  else changes.push({ path, value: after })
}

function compareFields(before: Fields, after: Fields, path: Path, changes: Change[]): void {
  for (const key of Object.keys(after)) {
    if (Object.hasOwn(before, key)) compare(before[key], after[key], [...path, key], changes)
    else changes.push({ path: [...path, key], value: after[key] })
  }
  for (const key of Object.keys(before))
    if (!Object.hasOwn(after, key)) changes.push({ path: [...path, key], gone: true })
}

/** Items that stayed at both ends are skipped. What is between is compared one by one where there are as many. */
function compareItems(before: readonly unknown[], after: readonly unknown[], path: Path, changes: Change[]): void {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && Object.is(before[start], after[start])) start++
  let end = 0
  while (end < shorter - start && Object.is(before[before.length - 1 - end], after[after.length - 1 - end])) end++
  const [remove, insert] = [before.length - end - start, after.slice(start, after.length - end)]
  if (remove !== insert.length) changes.push({ path, at: start, remove, insert })
  else for (const [at, item] of insert.entries()) compare(before[start + at], item, [...path, start + at], changes)
}

/** The value that changes lead to. What they do not touch is shared. */
export function changed(value: unknown, changes: readonly Change[]): unknown {
  let next = value
  for (const change of changes) next = withChange(next, change, 0)
  return next
}

function withChange(value: unknown, change: Change, depth: number): unknown {
  const key = change.path[depth]
  if (key === undefined) {
    if ('value' in change) return change.value
    return 'at' in change && Array.isArray(value) ? value.toSpliced(change.at, change.remove, ...change.insert) : value
  }
  if (Array.isArray(value)) return value.with(Number(key), withChange(value[Number(key)], change, depth + 1))
  const fields = isPlainObject(value) ? value : {}
  if ('gone' in change && depth === change.path.length - 1) {
    const { [key]: _, ...rest } = fields
    return rest
  }
  // `fromEntries` and not an assignment: `__proto__` is a field like any other.
  const entry = Object.fromEntries([
    [key, withChange(Object.hasOwn(fields, key) ? fields[key] : undefined, change, depth + 1)],
  ])
  return { ...fields, ...entry }
}

type Fields = { readonly [key: string]: unknown }

export function isPlainObject(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
