/**
 * None, one or several: most rows have one reader, and most selectors one listener, so most
 * need no set of their own.
 */
export type Few<T extends object> = T | Set<T> | undefined

export function withOne<T extends object>(few: Few<T>, item: T): Few<T> {
  if (few === undefined || few === item) return item
  return few instanceof Set ? few.add(item) : new Set([few, item])
}

export function withoutOne<T extends object>(few: Few<T>, item: T): Few<T> {
  if (few instanceof Set) {
    few.delete(item)
    return few.size === 0 ? undefined : few
  }
  return few === item ? undefined : few
}

export function eachOf<T extends object>(few: Few<T>, visit: (item: T) => void): void {
  if (few === undefined) return
  if (few instanceof Set) for (const item of few) visit(item)
  else visit(few)
}
