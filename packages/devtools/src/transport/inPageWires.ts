import type { Wire } from '../protocol/Wire.ts'

/**
 * Two ends of a connection inside one page. Messages are handed over as they are: same heap,
 * nothing is serialised. They arrive in a microtask, in order, as over any other wire.
 */
export function inPageWires(): readonly [Wire, Wire] {
  const first = new InPageWire()
  const second = new InPageWire()
  first.other = second
  second.other = first
  return [first, second]
}

class InPageWire implements Wire {
  other: InPageWire | undefined
  readonly #listeners = new Set<(message: unknown) => void>()

  post(message: unknown): void {
    const to = this.other
    queueMicrotask(() => to?.hear(message))
  }

  hear(message: unknown): void {
    // Closed meanwhile.
    if (!this.other) return
    for (const listener of [...this.#listeners]) listener(message)
  }

  onMessage(listener: (message: unknown) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    const { other } = this
    this.other = undefined
    this.#listeners.clear()
    other?.close()
  }
}
