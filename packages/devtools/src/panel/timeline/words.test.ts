import { describe, expect, it } from 'vitest'
import type { Row } from './layout/layoutRows.ts'
import { placeBeside } from './placeBeside.ts'
import { placeInWords } from './placeInWords.ts'
import { summaryOf } from './summaryOf.ts'
import { durationText } from './timeTexts.ts'

describe('the playhead in words', () => {
  const shown = { place: 1203, record: undefined, isParked: true, isHeld: false }

  it('[TRK-12] counts records from one', () => {
    expect(placeInWords(shown, 9999)).toBe('record 1,204 of 10,000')
  })

  it('[TRK-12] says time and type as soon as they are known', () => {
    const time = new Date(2026, 2, 14, 14, 3, 22).getTime()
    const words = placeInWords({ ...shown, record: { type: 'bank/transferred', time } }, 9999)
    expect(words).toMatch(/^record 1,204 of 10,000, .*03:22.*, bank\/transferred$/)
  })

  it('[TRK-12] says that it is live', () => {
    expect(placeInWords({ ...shown, isParked: false }, 1203)).toBe('record 1,204 of 1,204, live')
  })

  it('[TRK-12] says that it stands before the first record, and that there are none', () => {
    expect(placeInWords({ ...shown, place: -1 }, 4)).toBe('before the first of 5 records')
    expect(placeInWords({ ...shown, place: -1 }, -1)).toBe('no records yet')
  })
})

describe('the picture in words', () => {
  const track = (label: string) => ({ kind: 'track', label, track: label }) as Row

  it('[TRK-12] names the tracks with what they hold, errors and branches', () => {
    const rows = [track('ledger'), track('view'), { kind: 'branch' } as Row, { kind: 'branch' } as Row]
    expect(summaryOf({ name: 'bank', records: 1500, errors: 2 }, rows, { ledger: 1400, view: 100 })).toBe(
      'Timeline of bank: 1,500 records; on 2 tracks: ledger 1,400, view 100; 2 errors; 1 branch.',
    )
  })

  it('[TRK-12] says that there is nothing yet', () => {
    expect(summaryOf({ name: 'bank', records: 0, errors: 0 }, [], {})).toBe('Timeline of bank: no records yet.')
  })
})

it('[TRK-12] says how long something lasted in its largest unit', () => {
  expect([3, 1240, 125_000, 7_200_000, 90_000_000, 0.4].map(durationText)).toEqual([
    '3 ms',
    '1.24 s',
    '2.08 min',
    '2 h',
    '1.04 d',
    '0.4 ms',
  ])
})

describe('the words beside the pointer', () => {
  const size = { width: 200, height: 60 }
  const stage = { width: 900, height: 300 }

  it('[TRK-10] stand to its right and below, or where there is room', () => {
    expect(placeBeside({ x: 100, y: 100 }, size, stage)).toEqual({ x: 114, y: 114 })
    expect(placeBeside({ x: 800, y: 280 }, size, stage)).toEqual({ x: 586, y: 206 })
  })

  it('[TRK-10] are never cut off where they fit at all', () => {
    expect(placeBeside({ x: 60, y: 40 }, size, { width: 220, height: 70 })).toEqual({ x: 0, y: 0 })
  })
})
