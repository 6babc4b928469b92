const figures = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 })

/**
 * A cost in the unit that suits it: `12 µs`, `0.85 ms`, `14 ms`, `1.2 s`. The clock of a browser may step by 0.1 ms:
 * what took no step took less than that.
 */
export function formatCost(ms: number): string {
  if (ms <= 0) return '< 0.1 ms'
  if (ms < 0.1) return `${figures.format(ms * 1_000)} µs`
  if (ms < 1_000) return `${figures.format(ms)} ms`
  return `${figures.format(ms / 1_000)} s`
}
