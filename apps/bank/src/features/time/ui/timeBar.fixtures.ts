/** Activity of three years: more in Decembers, nothing in one summer. */
export const busyYears: readonly number[] = Array.from({ length: 96 }, (_, at) => {
  if (at > 50 && at < 55) return 0
  return 0.35 + 0.3 * Math.abs(Math.sin(at * 1.7)) + (at % 32 > 28 ? 0.35 : 0)
})
