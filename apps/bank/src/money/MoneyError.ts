export type MoneyErrorCode = 'money/not-an-amount' | 'money/too-precise' | 'money/too-large' | 'money/not-a-currency'

/** An amount that cannot be taken exactly. `found` is the text or value as it was given. */
export class MoneyError extends Error {
  readonly code: MoneyErrorCode
  readonly found: string

  constructor(code: MoneyErrorCode, found: string, message: string) {
    super(`${message} (${code})`)
    this.name = 'MoneyError'
    this.code = code
    this.found = found
  }
}
