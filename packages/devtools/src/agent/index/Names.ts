/** Texts by small numbers, from 1; 0 is none. What comes beyond the bound shares the last number. */
export class Names {
  readonly #numbers = new Map<string, number>()
  readonly #texts: (string | undefined)[] = [undefined]

  /** How many numbers there are, 0 included. */
  get size(): number {
    return this.#texts.length
  }

  /** The number of a text, given to it now where it has none. */
  place(text: string | undefined): number {
    if (text === undefined) return 0
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    if (this.#texts.length > NAMES_MAX) return NAMES_MAX
    this.#numbers.set(text, this.#texts.length)
    this.#texts.push(text)
    return this.#texts.length - 1
  }

  numberOf(text: string): number | undefined {
    return this.#numbers.get(text)
  }

  textOf(number: number): string | undefined {
    return this.#texts[number]
  }

  texts(): readonly (string | undefined)[] {
    return this.#texts
  }
}

/** What fits in 16 bits. */
const NAMES_MAX = 65_535
