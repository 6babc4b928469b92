import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTrackColours } from './trackColour.ts'

it('[TRK-1] gives the first eight names eight colours', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }), (names) => {
      const colourOf = createTrackColours()
      expect(new Set(names.map(colourOf)).size).toBe(names.length)
    }),
  )
})

it('[TRK-1] gives a name the same colour whenever it is asked', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.string(), (others, name) => {
      const colourOf = createTrackColours()
      const first = colourOf(name)
      others.forEach(colourOf)
      expect(colourOf(name)).toBe(first)
    }),
  )
})

it('[TRK-1] gives a name that comes first its own colour, whichever names come later', () => {
  expect([createTrackColours()('ledger'), createTrackColours()('statement')]).toEqual([
    createTrackColours()('ledger'),
    createTrackColours()('statement'),
  ])
})

it('[TRK-1] leaves what belongs to nothing grey', () => {
  expect(createTrackColours()('')).toBe('--ph-neutral-500')
})

it('[TRK-1] shares colours from the ninth name on', () => {
  const colourOf = createTrackColours()
  const names = Array.from({ length: 40 }, (_, at) => `slice ${at}`)
  expect(new Set(names.map(colourOf)).size).toBe(8)
})
