import { describe, expect, it } from 'vitest'
import { follow, isWithin, reveal } from './follow.ts'
import { fitAll, panBy, showsAll, toPixel, zoomAbout } from './Viewport.ts'

const log = (head: number) => ({ from: -1, to: head })

describe('a log that grows', () => {
  it('[TRK-4] is still shown whole where it was', () => {
    const view = fitAll(log(5000), 600)
    expect(showsAll(follow(view, log(5000), log(9000)), log(9000))).toBe(true)
  })

  it('[TRK-4] keeps its newest record where it was drawn, when that was in sight', () => {
    const view = zoomAbout(fitAll(log(5000), 600), 590, 100, log(5000))
    const after = follow(view, log(5000), log(5040))
    expect(toPixel(after, 5040)).toBeCloseTo(toPixel(view, 5000))
  })

  it('[TRK-4] leaves whoever has moved away where they are', () => {
    const view = panBy(zoomAbout(fitAll(log(5000), 600), 590, 100, log(5000)), -4000, log(5000))
    expect(follow(view, log(5000), log(6000))).toEqual(view)
  })
})

describe('a playhead that moves', () => {
  const whole = log(10_000)
  const view = zoomAbout(fitAll(whole, 600), 0, 50, whole)

  it('[TRK-4] is brought into sight after a travel', () => {
    expect(isWithin(reveal(view, { before: 10, now: 9000, playing: false }, whole), 9000)).toBe(true)
  })

  it('[TRK-4] turns the page when it plays out of sight, and stands near its start', () => {
    const next = reveal(view, { before: view.to - 1, now: view.to + 1, playing: true }, whole)
    expect(toPixel(next, view.to + 1)).toBeCloseTo(60)
  })

  it('[TRK-4] moves nothing while it plays where nobody looks', () => {
    expect(reveal(view, { before: 8000, now: 8001, playing: true }, whole)).toBe(view)
  })

  it('[TRK-4] moves nothing while it is in sight', () => {
    expect(reveal(view, { before: 5, now: 6, playing: false }, whole)).toBe(view)
  })
})
