import type { ScrollScale } from './scrollScale.ts'
import { END_PX, placeOf, realOf, scaleOf } from './scrollScale.ts'

/** Rows to draw. */
export interface RowRange {
  readonly from: number
  /** Not included. */
  readonly to: number
  /** How far rows stand above their place in the list, in px: `row × height − shift` is their place in what scrolls. */
  readonly shift: number
  /** The last row is in view. */
  readonly isAtEnd: boolean
}

/** What scrolls: an element, or what stands for one. */
export interface Scrolled {
  scrollTop: number
  readonly scrollHeight: number
  readonly clientHeight: number
  addEventListener(type: 'scroll', listener: () => void, options: { readonly passive: true }): void
  removeEventListener(type: 'scroll', listener: () => void): void
}

/** Where a row is to be: in view, in view with a few rows around it, or in the middle. */
export type ScrollTarget = 'nearest' | 'inside' | 'middle'

/**
 * Which rows of one height are in view of an element that scrolls: plain division, whatever their number. A virtualizer
 * that can measure rows keeps a table of them, and builds it anew whenever a record comes: 21 ms for a million
 * (TanStack Virtual 3.19, Node 24, 2 cores), which is more than a frame.
 */
export class RowScroller {
  readonly #rowPx: number
  readonly #listeners = new Set<() => void>()
  #element: Scrolled | undefined
  #rows = 0
  #scale: ScrollScale = scaleOf(0)
  /** Place in the list of the first pixel in view. */
  #place = 0
  #at = 0
  #viewPx = 0
  #range: RowRange = { from: 0, to: 0, shift: 0, isAtEnd: true }
  /** Whether the last move was somebody's, and not ours. */
  onUserScroll: (() => void) | undefined

  constructor(rowPx: number) {
    this.#rowPx = rowPx
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly getRange = (): RowRange => this.#range

  get realPx(): number {
    return this.#scale.real
  }
  /** Whole rows that fit. */
  get rowsInView(): number {
    return Math.max(1, Math.floor(this.#viewPx / this.#rowPx))
  }
  get isAtEnd(): boolean {
    return this.#place >= this.#placeMax - this.#rowPx / 2
  }
  /** A row of which at least a part is in view. */
  isInView(row: number): boolean {
    const top = row * this.#rowPx
    return top + this.#rowPx > this.#place && top < this.#place + this.#viewPx
  }
  /** The row at a distance from the upper edge of the view, and how far down in it that is, in rows. */
  rowAt(yPx: number): number {
    return (this.#place + yPx) / this.#rowPx
  }
  /** How far below the upper edge of the view a row begins, in px. */
  yOf(row: number): number {
    return row * this.#rowPx - this.#place
  }

  /** Watches an element until the function that it gives is called. `headPx` of its view are covered by a header. */
  attach(element: Scrolled, headPx: number): () => void {
    this.#element = element
    const measured = () => {
      const wasAtEnd = this.isAtEnd
      this.#viewPx = Math.max(0, element.clientHeight - headPx)
      if (wasAtEnd && this.#rows > 0) this.scrollToEnd()
      else this.#show()
    }
    const scrolled = () => this.#scrolled(element.scrollTop)
    element.addEventListener('scroll', scrolled, { passive: true })
    const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(measured)
    if (observer && element instanceof Element) observer.observe(element)
    measured()
    return () => {
      this.#element = undefined
      element.removeEventListener('scroll', scrolled)
      observer?.disconnect()
    }
  }

  /**
   * Whether somebody has scrolled, and the browser has not told yet: it tells once a frame, and a list that grows
   * in between must not take them back. A list that shrank is scrolled to its end by the browser, and by nobody.
   */
  notice(): boolean {
    const element = this.#element
    if (!element || Math.abs(element.scrollTop - this.#at) < 1) return false
    if (element.scrollTop >= element.scrollHeight - element.clientHeight - 1) return false
    this.#scrolled(element.scrollTop)
    return true
  }

  /** There are so many rows now, `before` of them new and before all others. What is in view stays in view. */
  setRows(rows: number, before: number): void {
    this.#rows = rows
    this.#scale = scaleOf(rows * this.#rowPx)
    this.#moveTo(this.#place + before * this.#rowPx)
  }

  scrollToEnd(): void {
    this.#moveTo(this.#placeMax)
  }

  scrollBy(px: number): void {
    this.#moveTo(this.#place + px)
  }

  scrollTo(row: number, target: ScrollTarget): void {
    const around = target === 'inside' && this.rowsInView > 3 * ROWS_AROUND ? ROWS_AROUND * this.#rowPx : 0
    const top = row * this.#rowPx - around
    const bottom = top + this.#rowPx + 2 * around
    if (target === 'middle') this.#moveTo(top - (this.#viewPx - this.#rowPx) / 2)
    else if (top < this.#place) this.#moveTo(top)
    else if (bottom > this.#place + this.#viewPx) this.#moveTo(bottom - this.#viewPx)
  }

  get #placeMax(): number {
    return Math.max(0, this.#scale.total - this.#viewPx)
  }

  #scrolled(at: number): void {
    if (Math.abs(at - this.#at) < 1) return
    const isJump = Math.abs(at - this.#at) > this.#viewPx
    const place = isJump ? placeOf(this.#scale, at) : this.#place + at - this.#at
    this.#at = at
    this.#place = this.#within(place)
    if (!isJump && this.#isNearAnEnd(at)) this.#moveTo(this.#place)
    else this.#show()
    this.onUserScroll?.()
  }

  /** Near an end the scrollbar has to stand where it belongs, or it would run out before the list does. */
  #isNearAnEnd(at: number): boolean {
    const { total, real } = this.#scale
    const near = at < END_PX || at > real - END_PX || this.#place < END_PX || this.#place > total - END_PX
    return near && Math.abs(realOf(this.#scale, this.#place) - at) >= 1
  }

  #moveTo(place: number): void {
    this.#place = this.#within(place)
    const at = realOf(this.#scale, this.#place)
    this.#at = at
    this.#show()
    const element = this.#element
    if (!element) return
    // What scrolls has to be as tall as the list says before it can be scrolled there.
    if (Math.abs(element.scrollTop - at) >= 1) element.scrollTop = at
  }

  #within(place: number): number {
    return Math.min(this.#placeMax, Math.max(0, place))
  }

  #show(): void {
    const from = Math.max(0, Math.floor(this.#place / this.#rowPx) - ROWS_BEYOND)
    const to = Math.min(this.#rows, Math.ceil((this.#place + this.#viewPx) / this.#rowPx) + ROWS_BEYOND)
    const shift = this.#scale.total === this.#scale.real ? 0 : Math.round(this.#place - this.#at)
    const last = this.#range
    const { isAtEnd } = this
    if (last.from === from && last.to === to && last.shift === shift && last.isAtEnd === isAtEnd) return
    this.#range = { from, to, shift, isAtEnd }
    for (const listener of [...this.#listeners]) listener()
  }
}

/** Rows drawn beyond either edge: the browser scrolls before we hear of it. */
const ROWS_BEYOND = 12
/** Rows that one wants to see before and behind a place. */
const ROWS_AROUND = 3
