/**
 * Whether a column of amounts marks what comes in, and not what goes out: some amounts have a plus, some no sign, none a minus.
 * Card statements are written so.
 */
export class SignEvidence {
  #plus = false
  #minus = false
  #none = false

  see(amount: string): void {
    if (/^\D*[-−–(]|[-−–]\D*$|DR?$/.test(amount)) this.#minus = true
    else if (/^\D*\+|\+\D*$|CR?$/.test(amount)) this.#plus = true
    else this.#none = true
  }

  get onlyPlus(): boolean {
    return this.#plus && this.#none && !this.#minus
  }
}
