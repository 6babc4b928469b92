import fc from 'fast-check'
import { expect, it } from 'vitest'
import { orderOf } from './orderOf.ts'

it('[REC-12] puts one record behind another, and keeps the order of all others', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: -1, max: 60 }), (offset, behind) => {
      fc.pre(behind !== offset && behind !== offset - 1)
      const order = orderOf(offset, behind)
      const places = [...order].sort((a, b) => a - b)
      const log = Array.from({ length: 61 }, (_, at) => at)
      const branch = log.map((at) => (places.includes(at) ? (order[places.indexOf(at)] as number) : at))
      expect(branch.filter((at) => at !== offset)).toEqual(log.filter((at) => at !== offset))
      const after = branch.indexOf(offset)
      expect(after === 0 ? -1 : branch[after - 1]).toBe(behind)
    }),
  )
})
