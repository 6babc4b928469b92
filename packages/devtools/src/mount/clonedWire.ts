import type { Wire } from '../protocol/Wire.ts'

/**
 * A wire whose messages are made anew by the receiver's own `structuredClone`. An iframe of the same origin shares the
 * heap and not the built-ins: its `{}` is no plain object to the page around it, and keeps a closed frame in memory.
 */
export function clonedWire(wire: Wire, clone: (message: unknown) => unknown = structuredClone): Wire {
  return {
    post: (message) => wire.post(message),
    onMessage: (listener) => wire.onMessage((message) => listener(clone(message))),
    close: () => wire.close(),
  }
}
