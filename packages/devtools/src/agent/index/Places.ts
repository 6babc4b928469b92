/** Where the records of one client stand, by their sequence. */
export class Places {
  #dense = new Int32Array(1_024).fill(-1)
  readonly #others = new Map<number, number>()

  set(sequence: number, offset: number): void {
    if (sequence < 0 || sequence > DENSE_MAX) {
      this.#others.set(sequence, offset)
      return
    }
    if (sequence >= this.#dense.length) {
      const grown = new Int32Array(2 ** Math.ceil(Math.log2(sequence + 1))).fill(-1)
      grown.set(this.#dense)
      this.#dense = grown
    }
    this.#dense[sequence] = offset
  }

  /** The offset; −1 where it is not known. */
  get(sequence: number): number {
    return this.#dense[sequence] ?? this.#others.get(sequence) ?? -1
  }
}

/** Sequences of a hostile log may be anything: beyond this they take a map. */
const DENSE_MAX = 2 ** 24
