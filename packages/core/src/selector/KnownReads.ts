import type { Read, ReadKind } from './Read.ts'

/** Reads by the row or field that they are of, for a run that reads much. */
export class KnownReads {
  readonly #byName = new Map<PropertyKey, Read[]>()
  #last: Read

  constructor(first: Read) {
    this.#last = first
    this.#add(first)
  }

  /** Takes in what was read up to `last`. */
  upTo(last: Read): this {
    while (this.#last !== last && this.#last.next !== undefined) {
      this.#last = this.#last.next
      this.#add(this.#last)
    }
    return this
  }

  find(kind: ReadKind, input: number, field: PropertyKey, key: Read['key']): Read | undefined {
    return this.#byName.get(key ?? field)?.find((read) => read.names(kind, input, field, key))
  }

  #add(read: Read): void {
    const name = read.key ?? read.field
    const others = this.#byName.get(name)
    if (others === undefined) this.#byName.set(name, [read])
    else others.push(read)
  }
}
