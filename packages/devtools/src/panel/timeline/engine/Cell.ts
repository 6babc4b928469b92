import { useSyncExternalStore } from 'react'

/** A value that moves with the pointer or with frames, for the one component that shows it. */
export class Cell<Value> {
  #value: Value
  readonly #listeners = new Set<() => void>()

  constructor(value: Value) {
    this.#value = value
  }

  readonly get = (): Value => this.#value

  /** Tells when the value differs: compared as JSON, for they are small. */
  set(value: Value): void {
    if (JSON.stringify(value) === JSON.stringify(this.#value)) return
    this.#value = value
    for (const listener of this.#listeners) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

export const useCell = <Value>(cell: Cell<Value>): Value => useSyncExternalStore(cell.subscribe, cell.get, cell.get)
