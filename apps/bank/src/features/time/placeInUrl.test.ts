import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../calendar/index.ts'
import { placeOfSearch, searchOfPlace } from './placeInUrl.ts'
import type { TimePlace } from './TimePlace.ts'
import { now } from './TimePlace.ts'

const head = 5_020

const places: fc.Arbitrary<TimePlace> = fc.oneof(
  fc.integer({ min: -20_000, max: 40_000 }).map((day): TimePlace => ({ axis: 'booked', day: calendarDay(day) })),
  fc.integer({ min: -1, max: head }).map((offset): TimePlace => ({ axis: 'recorded', offset })),
)

describe('a place in the address', () => {
  it('[TIM-7] reads as the place that was written', () => {
    fc.assert(
      fc.property(places, (place) => {
        const { booked, recorded } = searchOfPlace(place)
        expect(placeOfSearch({ booked, recorded }, { head })).toEqual({ place })
      }),
    )
  })

  it('[TIM-8] a day after all that is booked shows now, and says why', () => {
    const bounds = { head, lastDay: '2026-03-01' }
    expect(placeOfSearch({ booked: '2099-01-01' }, bounds)).toEqual({
      place: now,
      problem: expect.stringMatching(/nothing is booked after .*2026/),
    })
    expect(placeOfSearch({ booked: '2026-03-01' }, bounds)).toEqual({ place: now })
    expect(placeOfSearch({ booked: '2026-02-28' }, bounds).place).toEqual({ axis: 'booked', day: '2026-02-28' })
  })

  it('[TIM-7] is absent while it is now', () => {
    expect(searchOfPlace(now)).toEqual({ booked: undefined, recorded: undefined })
    expect(searchOfPlace({ axis: 'recorded', offset: undefined })).toEqual({ booked: undefined, recorded: undefined })
    expect(placeOfSearch({}, { head })).toEqual({ place: now })
  })

  it.each([
    [{ booked: '2025-02-30' }, 'is not a day'],
    [{ booked: 'yesterday' }, 'is not a day'],
    [{ recorded: '5021' }, 'the newest record here is 5,020'],
    [{ recorded: '1.5' }, 'is not the number of a record'],
    [{ recorded: 'x'.repeat(200) }, 'is not the number of a record'],
    [{ booked: '2025-03-14', recorded: '7' }, 'one of them at a time'],
  ])('[TIM-8] shows now, and says why, for %o', (search, why) => {
    const { place, problem } = placeOfSearch(search, { head })
    expect(place).toEqual(now)
    expect(problem).toContain(why)
  })
})
