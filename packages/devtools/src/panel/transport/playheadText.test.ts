import { expect, it } from 'vitest'
import { placeText, speedText, timeText } from './playheadText.ts'

const noon = new Date(2026, 2, 4, 12, 0, 5, 7).getTime()

it('[PLY-2] says a place in words', () => {
  expect(placeText(1200, 5022)).toBe('Record 1,200 of 0 to 5,022')
  expect(placeText(-1, 5022)).toBe('Before the first of 5,023 records')
  expect(placeText(-1, -1)).toBe('The log is empty')
})

it('[PLY-2] says a time to the millisecond, and its day where that is not today', () => {
  expect(timeText(noon, noon + 1000)).toBe('12:00:05.007')
  expect(timeText(noon, noon + 86_400_000)).toBe('2026-03-04 12:00:05.007')
})

it('[PLY-3] says a speed as on a player', () => {
  expect([0.25, 0.5, 1, 64].map(speedText)).toEqual(['¼×', '½×', '1×', '64×'])
})
