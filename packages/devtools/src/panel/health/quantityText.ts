/** A size in memory: `18 B`, `1.2 MB`. Powers of 1,000. */
export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB']
  let size = bytes
  let unit = 0
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  return `${unit > 0 && size < 9.95 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`
}

/** A short time: `0.04 ms`, `12 ms`, `1.3 s`. */
export function msText(ms: number): string {
  if (ms >= 999.5) return `${(ms / 1000).toFixed(1)} s`
  if (ms >= 9.95) return `${Math.round(ms)} ms`
  return `${ms.toFixed(ms >= 0.995 ? 1 : 2)} ms`
}
