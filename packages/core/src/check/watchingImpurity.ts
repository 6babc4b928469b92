declare const performance: { now(): number } | undefined
declare const crypto: { randomUUID?(): string; getRandomValues?(bytes: unknown): unknown } | undefined

/** What came of a call, and which sources of other values it asked, each once. */
export interface Watched<T> {
  readonly result: T
  readonly used: readonly string[]
}

/**
 * Runs something while the clocks and random sources of the platform tell when they are asked.
 * They answer as ever. `Date` itself is replaced, since `new Date()` asks no method; making a date
 * of a given time is pure.
 */
export function watchingImpurity<T>(run: () => T): Watched<T> {
  const used = new Set<string>()
  const restore = [
    replaced(globalThis, 'Date', watchedDate(used)),
    watched(Math, 'random', 'Math.random()', used),
    watched(typeof performance === 'undefined' ? undefined : performance, 'now', 'performance.now()', used),
    watched(typeof crypto === 'undefined' ? undefined : crypto, 'randomUUID', 'crypto.randomUUID()', used),
    watched(typeof crypto === 'undefined' ? undefined : crypto, 'getRandomValues', 'crypto.getRandomValues()', used),
  ]
  try {
    return { result: run(), used: [...used] }
  } finally {
    for (const each of restore) each()
  }
}

const watchedDate = (used: Set<string>): DateConstructor =>
  new Proxy(Date, {
    construct(target, args: readonly unknown[], newTarget) {
      if (args.length === 0) used.add('new Date()')
      // A class that extends Date stays one.
      return Reflect.construct(target, args, newTarget) as object
    },
    apply(target) {
      used.add('Date()')
      return target()
    },
    get(target, key, receiver) {
      if (key === 'now') used.add('Date.now()')
      return Reflect.get(target, key, receiver) as unknown
    },
  })

/** Replaces a method by one that tells when it is called. Gives the way back. */
function watched(owner: object | undefined, key: string, name: string, used: Set<string>): () => void {
  const original: unknown = owner && Reflect.get(owner, key)
  if (owner === undefined || typeof original !== 'function') return () => {}
  return replaced(owner, key, (...args: readonly unknown[]) => {
    used.add(name)
    return Reflect.apply(original, owner, args) as unknown
  })
}

/** A platform may refuse: what cannot be watched is not. */
function replaced(owner: object, key: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, key)
  const isDone = Reflect.defineProperty(owner, key, { value, configurable: true, writable: true, enumerable: false })
  if (!isDone) return () => {}
  return () => {
    if (before) Reflect.defineProperty(owner, key, before)
    else Reflect.deleteProperty(owner, key)
  }
}
