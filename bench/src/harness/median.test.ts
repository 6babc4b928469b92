import { describe, expect, it } from 'vitest'
import { median, quantile } from './median.ts'

describe('median', () => {
  it('is the middle value, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5)
  })

  it('is the mean of the two middle values of an even number', () => {
    expect(median([10, 1, 2, 4])).toBe(3)
  })

  it('is not moved by one value that is far off', () => {
    expect(median([1, 2, 1_000_000])).toBe(2)
  })

  it('orders numbers as numbers, not as text', () => {
    expect(median([10, 9, 100])).toBe(10)
  })

  it('leaves the values in their order', () => {
    const values = [3, 1, 2]
    median(values)
    expect(values).toEqual([3, 1, 2])
  })

  it('of nothing is NaN', () => {
    expect(median([])).toBeNaN()
  })
})

describe('quantile', () => {
  it('gives the value that so large a part of all is not above', () => {
    const values = Array.from({ length: 200 }, (_, i) => i + 1)
    expect(quantile(values, 0.99)).toBe(198)
    expect(quantile(values, 1)).toBe(200)
    expect(quantile(values, 0)).toBe(1)
  })

  it('of nothing is NaN', () => {
    expect(quantile([], 0.5)).toBeNaN()
  })
})
