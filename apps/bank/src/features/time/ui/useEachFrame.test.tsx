import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useEachFrame } from './useEachFrame.ts'

describe('useEachFrame', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('[TIM-10] acts once a frame, on the newest value', () => {
    const act = vi.fn()
    const { result } = renderHook(() => useEachFrame<number>(act))
    for (const value of [1, 2, 3]) result.current.offer(value)
    expect(act).not.toHaveBeenCalled()
    vi.advanceTimersToNextFrame()
    expect(act.mock.calls).toEqual([[3]])
    vi.advanceTimersToNextFrame()
    expect(act).toHaveBeenCalledTimes(1)
  })

  it('[TIM-10] acts at once when it is let go, and only once', () => {
    const act = vi.fn()
    const { result } = renderHook(() => useEachFrame<number>(act))
    result.current.offer(7)
    result.current.flush()
    expect(act.mock.calls).toEqual([[7]])
    vi.advanceTimersToNextFrame()
    result.current.flush()
    expect(act).toHaveBeenCalledTimes(1)
  })

  it('[TIM-10] drops what waits when it goes away', () => {
    const act = vi.fn()
    const { result, unmount } = renderHook(() => useEachFrame<number>(act))
    result.current.offer(7)
    unmount()
    vi.advanceTimersToNextFrame()
    expect(act).not.toHaveBeenCalled()
  })
})
