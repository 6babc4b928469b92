import type { Row } from './layout/layoutRows.ts'

/** What the picture shows, in words: for those who do not see it. */
export function summaryOf(
  { name, records, errors }: { readonly name: string; readonly records: number; readonly errors: number },
  rows: readonly Row[],
  counts: { readonly [track: string]: number },
): string {
  if (records === 0) return `Timeline of ${name}: no records yet.`
  const tracks = rows
    .filter((row) => row.kind === 'track')
    .map(({ label, track }) => `${label} ${(counts[track] ?? 0).toLocaleString()}`)
  const branches = rows.filter((row) => row.kind === 'branch').length - 1
  const parts = [
    `Timeline of ${name}: ${records.toLocaleString()} ${records === 1 ? 'record' : 'records'}`,
    tracks.length > 0 && `on ${tracks.length === 1 ? 'one track' : `${tracks.length} tracks`}: ${tracks.join(', ')}`,
    errors > 0 && `${errors} ${errors === 1 ? 'error' : 'errors'}`,
    branches > 0 && `${branches} ${branches === 1 ? 'branch' : 'branches'}`,
  ]
  return `${parts.filter(Boolean).join('; ')}.`
}
