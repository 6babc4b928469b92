import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Scrolled } from './RowScroller.ts'
import { RowScroller } from './RowScroller.ts'

const ROW_PX = 24
const VIEW_PX = 600

/** What scrolls, without a browser: a scroll position and its listeners. */
function scrolled(rows: number) {
  const listeners = new Set<() => void>()
  const scroller = new RowScroller(ROW_PX)
  const element: Scrolled = {
    scrollTop: 0,
    get scrollHeight() {
      return scroller.realPx
    },
    clientHeight: VIEW_PX,
    addEventListener: (_name, listener) => void listeners.add(listener),
    removeEventListener: (_name, listener) => void listeners.delete(listener),
  }
  scroller.attach(element, 0)
  scroller.setRows(rows, 0)
  return {
    scroller,
    scrollTo(at: number) {
      element.scrollTop = Math.min(Math.max(0, at), Math.max(0, scroller.realPx - VIEW_PX))
      for (const listener of listeners) listener()
    },
    /** Of which the browser has not told yet. */
    scrollSilently(at: number) {
      element.scrollTop = at
    },
    scrollBy(px: number) {
      this.scrollTo(element.scrollTop + px)
    },
  }
}
const firstInView = (scroller: RowScroller) => scroller.rowAt(0)

it('[REC-11] reaches the last row of a list of any length, and the first one again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50_000_000 }), (rows) => {
      const { scroller, scrollTo } = scrolled(rows)
      scrollTo(Number.MAX_SAFE_INTEGER)
      expect(scroller.getRange().to).toBe(rows)
      expect(scroller.isAtEnd).toBe(true)
      scrollTo(0)
      expect(scroller.getRange().from).toBe(0)
      expect(firstInView(scroller)).toBe(0)
    }),
  )
})

it('[REC-11] moves by as much as it is scrolled, wherever it is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_000, max: 50_000_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(fc.integer({ min: -400, max: 400 }), { maxLength: 60 }),
      (rows, start, steps) => {
        const view = scrolled(rows)
        view.scroller.scrollTo(Math.floor(start * (rows - 1)), 'middle')
        for (const step of steps) {
          const before = firstInView(view.scroller) * ROW_PX
          view.scrollBy(step)
          const moved = firstInView(view.scroller) * ROW_PX - before
          const most = rows * ROW_PX - VIEW_PX
          expect(Math.abs(moved - (Math.min(most, Math.max(0, before + step)) - before))).toBeLessThan(2)
        }
      },
    ),
  )
})

it('[REC-11] does not run out of scrollbar before it runs out of rows', () => {
  const view = scrolled(10_000_000)
  view.scroller.scrollTo(5_000, 'middle')
  for (let step = 0; step < 400; step++) view.scrollBy(-500)
  expect(firstInView(view.scroller)).toBe(0)
})

it('[REC-2] keeps what is in view when rows come before, and when rows come behind', () => {
  const { scroller } = scrolled(1_000)
  scroller.scrollTo(400, 'middle')
  const first = firstInView(scroller)
  scroller.setRows(1_300, 300)
  expect(firstInView(scroller)).toBe(first + 300)
  scroller.setRows(1_500, 0)
  expect(firstInView(scroller)).toBe(first + 300)
})

it('[REC-8] scrolls no further than it takes to show a row', () => {
  const { scroller } = scrolled(1_000)
  scroller.scrollTo(10, 'nearest')
  expect(firstInView(scroller)).toBe(0)
  scroller.scrollTo(25, 'nearest')
  expect(firstInView(scroller)).toBe(1)
  scroller.scrollTo(0, 'nearest')
  expect(firstInView(scroller)).toBe(0)
})

it('[REC-2] notices that somebody has scrolled before the browser tells, and that a shorter list was scrolled by nobody', () => {
  const { scroller, scrollSilently } = scrolled(1_000)
  scroller.scrollToEnd()
  expect(scroller.notice()).toBe(false)
  scrollSilently(4_800)
  expect(scroller.notice()).toBe(true)
  expect(firstInView(scroller)).toBe(200)
  scroller.setRows(100, 0)
  scrollSilently(100 * ROW_PX - VIEW_PX)
  expect(scroller.notice()).toBe(false)
})
