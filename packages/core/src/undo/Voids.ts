/** A void in the log. */
interface Void {
  readonly offset: number
  /** Offsets of the records that it names: each is before it. */
  readonly names: readonly number[]
  /** Offsets of the records, voids left out, that count on one side of it and not on the other. */
  readonly toggled: readonly number[]
}

/**
 * Which records of a log count, at each place of it: those that no void up to that place names. A
 * void may itself be voided, and then names nobody: that is how something is redone.
 *
 * ```
 *   offset    0   1   2   3    4      5   6      7
 *             a   b   c   d   ✕(c)    e   ✕(4)   f
 *   at 3      a   b   c   d
 *   at 5      a   b       d           e
 *   at 7      a   b   c   d           e          f
 * ```
 *
 * A void names only what is before it, so which voids are in force is well founded: the newest
 * always is.
 */
export class Voids {
  readonly #voids: Void[] = []
  /** By offset, of voids too: how many voids in force name it. */
  readonly #namedBy = new Map<number, number>()
  /** Of voids, by offset. */
  readonly #numberAt = new Map<number, number>()
  /** Offsets of the records that do not count behind the last void. */
  readonly #out = new Set<number>()

  get count(): number {
    return this.#voids.length
  }

  /** The offset of a void by its number, oldest first. */
  offsetOf(number: number): number {
    return (this.#voids[number] as Void).offset
  }

  /** The records that count on one side of a void and not on the other. */
  toggledBy(number: number): readonly number[] {
    return (this.#voids[number] as Void).toggled
  }

  /** How many voids there are up to an offset. */
  countUpTo(offset: number): number {
    let low = 0
    let high = this.#voids.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.offsetOf(middle) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The offset of the newest void up to an offset; −1 where there is none. */
  before(offset: number): number {
    const count = this.countUpTo(offset)
    return count === 0 ? -1 : this.offsetOf(count - 1)
  }

  /** Offset of the oldest void from a place on. */
  from(offset: number): number | undefined {
    return this.#voids[this.countUpTo(offset - 1)]?.offset
  }

  /** Offsets of the voids from one place to another, both included. */
  between(from: number, to: number): readonly number[] {
    return this.#voids.slice(this.countUpTo(from - 1), this.countUpTo(to)).map(({ offset }) => offset)
  }

  /** The voids from one place to another, both included, with the offsets that they name. */
  list(from: number, to: number): readonly { readonly offset: number; readonly names: readonly number[] }[] {
    return this.#voids
      .slice(this.countUpTo(from - 1), this.countUpTo(to))
      .map(({ offset, names }) => ({ offset, names }))
  }

  /** The first record that a void from one place to another takes out or brings back; infinity where none does. */
  firstToggledIn(from: number, to: number): number {
    let first = Number.POSITIVE_INFINITY
    for (let number = this.countUpTo(from - 1); number < this.countUpTo(to); number++)
      for (const offset of [...this.toggledBy(number), ...this.#namedVoids(number)]) first = Math.min(first, offset)
    return first
  }

  /** Voids that a void names: whoever replays it needs them too. */
  #namedVoids(number: number): readonly number[] {
    return (this.#voids[number] as Void).names.filter((name) => this.#numberAt.has(name))
  }

  /** Adds a void behind the others. Names that are no offsets before it mean nothing. */
  add(offset: number, names: readonly number[]): void {
    const known = [...new Set(names)].filter((name) => name >= 0 && name < offset)
    const toggled = new Set<number>()
    this.#enforce(known, 1, toggled)
    this.#numberAt.set(offset, this.#voids.length)
    this.#voids.push({ offset, names: known, toggled: [...toggled] })
  }

  /** Takes the newest away again. */
  removeLast(): void {
    const last = this.#voids.pop()
    if (!last) return
    this.#numberAt.delete(last.offset)
    this.#enforce(last.names, -1, new Set())
  }

  /** The records that do not count once so many voids are there. The one of now is not to be kept. */
  outAfter(count: number): ReadonlySet<number> {
    if (count === this.#voids.length) return this.#out
    const out = new Set(this.#out)
    for (let number = this.#voids.length - 1; number >= count; number--)
      for (const offset of this.toggledBy(number)) toggle(out, offset)
    return out
  }

  /** Whether a record of now counts. A void counts while nobody has voided it. */
  counts(offset: number): boolean {
    return !this.#namedBy.has(offset)
  }

  upTo(offset: number): Voids {
    const shared = new Voids()
    const count = this.countUpTo(offset)
    for (let number = 0; number < count; number++) {
      const { offset: at, names } = this.#voids[number] as Void
      shared.add(at, names)
    }
    return shared
  }

  /** A void comes into force, or out of it: what it names follows, down to what those name. */
  #enforce(names: readonly number[], by: 1 | -1, toggled: Set<number>): void {
    const todo = [{ names, by }]
    for (let next = todo.pop(); next; next = todo.pop()) {
      for (const name of next.names) {
        const before = this.#namedBy.get(name) ?? 0
        const after = before + next.by
        if (after === 0) this.#namedBy.delete(name)
        else this.#namedBy.set(name, after)
        if (before > 0 && after > 0) continue
        const number = this.#numberAt.get(name)
        if (number === undefined) {
          toggle(this.#out, name)
          toggle(toggled, name)
        } else {
          todo.push({ names: (this.#voids[number] as Void).names, by: next.by === 1 ? -1 : 1 })
        }
      }
    }
  }
}

function toggle(set: Set<number>, offset: number): void {
  if (!set.delete(offset)) set.add(offset)
}

/** Records that differ between two places, with the first of them at hand. */
export class Toggled {
  readonly #offsets = new Set<number>()
  #first = Number.POSITIVE_INFINITY

  /** Offset of the first; infinity where there is none. */
  get first(): number {
    return this.#first
  }

  toggle(offsets: readonly number[]): void {
    let isFirstGone = false
    for (const offset of offsets) {
      toggle(this.#offsets, offset)
      if (offset < this.#first) this.#first = offset
      else if (offset === this.#first) isFirstGone = !this.#offsets.has(offset)
    }
    if (!isFirstGone) return
    this.#first = Number.POSITIVE_INFINITY
    for (const offset of this.#offsets) if (offset < this.#first) this.#first = offset
  }
}
