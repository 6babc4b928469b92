import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useThrottled } from './useThrottled.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('[INS-13] shows one value of many in a while, and the last one in the end', () => {
  const shown: number[] = []
  const { rerender } = renderHook(({ value }) => shown.push(useThrottled(value, 100)), { initialProps: { value: 0 } })
  for (let value = 1; value <= 50; value++) {
    rerender({ value })
    act(() => vi.advanceTimersByTime(10))
  }
  act(() => vi.advanceTimersByTime(200))
  const different = shown.filter((value, at) => value !== shown[at - 1])
  expect(different.length).toBeGreaterThan(3)
  expect(different.length).toBeLessThan(9)
  expect(different.at(-1)).toBe(50)
})
