/**
 * An expectation of the test kit that was not met. Runners show the message, and those that
 * print differences take them from `actual` and `expected`.
 */
export class ExpectationFailed extends Error {
  readonly actual: unknown
  readonly expected: unknown

  constructor(message: string, { actual, expected }: { readonly actual?: unknown; readonly expected?: unknown } = {}) {
    super(message)
    // The name by which runners know that a test failed, and did not break.
    this.name = 'AssertionError'
    this.actual = actual
    this.expected = expected
  }
}
