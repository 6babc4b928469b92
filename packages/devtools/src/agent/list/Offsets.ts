/** Numbers that are only added, in 4 bytes each. */
export class Offsets {
  #values = new Int32Array(1_024)
  length = 0

  push(value: number): void {
    if (this.length === this.#values.length) {
      const grown = new Int32Array(this.length * 2)
      grown.set(this.#values)
      this.#values = grown
    }
    this.#values[this.length++] = value
  }

  at(place: number): number {
    return this.#values[place] as number
  }

  set(place: number, value: number): void {
    this.#values[place] = value
  }
}
