declare const process: { readonly env: { readonly NODE_ENV?: string } }

/**
 * Freezes plain objects and arrays of a state, all the way down, in development: a reducer that writes to its
 * state would change the past, and is found this way. Stops at what is frozen already, so a step costs what it
 * changed. Everything else (class instances, maps) is left alone.
 */
export const freezeState: <T>(state: T) => T = process.env.NODE_ENV !== 'production' ? deepFreeze : (state) => state

function deepFreeze<T>(state: T): T {
  const todo: unknown[] = [state]
  while (todo.length > 0) {
    const value = todo.pop()
    if (!isPlain(value) || Object.isFrozen(value)) continue
    Object.freeze(value)
    for (const each of Object.values(value)) if (typeof each === 'object' && each !== null) todo.push(each)
  }
  return state
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
