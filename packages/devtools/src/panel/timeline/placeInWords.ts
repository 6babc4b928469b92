import type { PlayheadShown } from './engine/shown.ts'

/** `record 1,204 of 10,000, 14:03:22, bank/transferred`, counted from 1 as people do. */
export function placeInWords({ place, record, isParked }: PlayheadShown, head: number): string {
  if (head < 0) return 'no records yet'
  const where =
    place < 0
      ? `before the first of ${(head + 1).toLocaleString()} records`
      : `record ${(place + 1).toLocaleString()} of ${(head + 1).toLocaleString()}`
  const time = record && new Date(record.time).toLocaleTimeString()
  return [where, time, record?.type, !isParked && 'live'].filter(Boolean).join(', ')
}
