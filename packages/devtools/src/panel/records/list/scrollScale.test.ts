import fc from 'fast-check'
import { expect, it } from 'vitest'
import { END_PX, placeOf, REAL_PX_MAX, realOf, scaleOf } from './scrollScale.ts'

const totals = fc.integer({ min: 0, max: 100_000_000_000 })
const share = fc.double({ min: 0, max: 1, noNaN: true })

it('[REC-11] never scrolls more than a browser can', () => {
  fc.assert(
    fc.property(totals, (total) => {
      expect(scaleOf(total).real).toBeLessThanOrEqual(REAL_PX_MAX)
    }),
  )
})

it('[REC-11] leads from a place to the scrollbar and back', () => {
  fc.assert(
    fc.property(totals, share, (total, at) => {
      const scale = scaleOf(total)
      const place = at * total
      expect(Math.abs(placeOf(scale, realOf(scale, place)) - place)).toBeLessThanOrEqual(total * 1e-9 + 1e-3)
    }),
  )
})

it('[REC-11] keeps the order of places', () => {
  fc.assert(
    fc.property(totals, share, share, (total, a, b) => {
      const scale = scaleOf(total)
      const [low, high] = [Math.min(a, b) * total, Math.max(a, b) * total]
      expect(realOf(scale, low)).toBeLessThanOrEqual(realOf(scale, high) + 1e-6)
    }),
  )
})

it('[REC-11] is one to one near both ends', () => {
  const total = 24_000_000_000
  const scale = scaleOf(total)
  expect(realOf(scale, 1234)).toBe(1234)
  expect(realOf(scale, total - 1234)).toBe(scale.real - 1234)
  expect(realOf(scale, END_PX + 1)).toBeGreaterThan(END_PX)
})
