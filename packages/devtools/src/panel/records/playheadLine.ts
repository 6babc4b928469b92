import type { Lines } from './RecordTable.tsx'

/**
 * The first line in view that is newer than the playhead, so that the playhead stands before it; one beyond the last
 * line where that is older too. `undefined` while the playhead is elsewhere, or not all rows have come.
 */
export function lineAfterPlayhead(lines: Lines, from: number, to: number, playhead: number): number | undefined {
  const begin = Math.max(0, from - 1)
  for (let index = begin; index < to; index++) {
    const row = lines.at(index)?.row
    if (row && row.offset > playhead) {
      if (index === 0) return 0
      return index > begin && lines.at(index - 1)?.row ? index : undefined
    }
  }
  return to === lines.count && to > 0 && lines.at(to - 1)?.row ? to : undefined
}
