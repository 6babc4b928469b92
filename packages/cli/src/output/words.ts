/** `1,204 records`, `1 record`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

/** Rows with columns of one width, two spaces between them; numbers to the right. */
export function columns(rows: readonly (readonly (string | number)[])[]): string {
  const widths: number[] = []
  for (const row of rows)
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, shown(cell).length)
    })
  const line = (row: readonly (string | number)[]) =>
    row
      .map((cell, at) => {
        const width = widths[at] ?? 0
        return typeof cell === 'number' ? shown(cell).padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  return rows.map((row) => `  ${line(row)}\n`).join('')
}

const shown = (cell: string | number) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell)

/** ISO time, or what is known instead where the number is no time. */
export function isoTime(time: number): string {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? String(time) : date.toISOString()
}

/** `2 h 13 min`, `4.2 s`. */
export function duration(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
