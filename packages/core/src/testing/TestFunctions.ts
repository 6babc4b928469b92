/**
 * What a contract asks of a test framework. Vitest, Jest and Jasmine fit as they are:
 * `eventLogContract({ describe, it, expect }, …)`. For `node:test`:
 *
 * ```ts
 * const expect = (actual: unknown) => ({
 *   toEqual: (expected: unknown) => assert.deepStrictEqual(actual, expected),
 * })
 * ```
 */
export interface TestFunctions {
  readonly describe: (name: string, define: () => void) => unknown
  readonly it: (name: string, run: () => void | Promise<void>) => unknown
  /** Fails unless both are equal by value, Dates, Maps, Sets and typed arrays included. */
  readonly expect: (actual: unknown) => { toEqual(expected: unknown): unknown }
}
