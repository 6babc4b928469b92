const figures = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 })

/** A length in the unit that suits it: `820 B`, `12 kB`, `3.4 MB`. A kilobyte has 1,000. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  if (bytes < 999_500) return `${figures.format(bytes / 1_000)} kB`
  if (bytes < 999_500_000) return `${figures.format(bytes / 1_000_000)} MB`
  return `${figures.format(bytes / 1_000_000_000)} GB`
}
