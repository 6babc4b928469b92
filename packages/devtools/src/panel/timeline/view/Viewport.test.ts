import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Extent } from './Viewport.ts'
import {
  centreOn,
  fitAll,
  panBy,
  resize,
  showing,
  showsAll,
  toPixel,
  toPlace,
  UNIT_PX_MAX,
  unitsPerPixel,
  zoomAbout,
} from './Viewport.ts'

const widths = fc.integer({ min: 100, max: 3000 })
const extents = fc.integer({ min: 0, max: 5_000_000 }).map((head): Extent => ({ from: -1, to: head }))
const shares = fc.double({ min: 0, max: 1, noNaN: true })

/** A view somewhere in a log, at some scale between all of it and 40 px a record. */
const views = fc
  .record({ extent: extents, width: widths, zoom: shares, at: shares })
  .map(({ extent, width, zoom, at }) => {
    const whole = fitAll(extent, width)
    const most = unitsPerPixel(whole) * UNIT_PX_MAX
    const view = zoomAbout(whole, at * width, most ** zoom, extent)
    return { view, extent }
  })

describe('pixels and places', () => {
  it('[TRK-2] turns a place into a pixel and back', () => {
    fc.assert(
      fc.property(views, shares, ({ view }, share) => {
        const at = view.from + (view.to - view.from) * share
        expect(toPlace(view, toPixel(view, at))).toBeCloseTo(at, 4)
      }),
    )
  })

  it('[TRK-2] gives every record the pixel that leads back to it, when records are at least a pixel wide', () => {
    fc.assert(
      fc.property(views, shares, ({ view }, share) => {
        fc.pre(unitsPerPixel(view) <= 1)
        const offset = Math.round(view.from + (view.to - view.from) * share)
        expect(Math.round(toPlace(view, toPixel(view, offset)))).toBe(offset)
      }),
    )
  })
})

describe('zooming', () => {
  it('[TRK-3] keeps the place under the pointer there, while neither an end nor a limit of the scale is reached', () => {
    const log = { from: -1, to: 1_000_000 }
    const inside = fc.record({
      width: widths,
      // Records a pixel, and their middle: far from the ends, whatever is zoomed.
      scale: fc.double({ min: 0.2, max: 20, noNaN: true }),
      middle: fc.integer({ min: 400_000, max: 600_000 }),
    })
    fc.assert(
      fc.property(
        inside,
        shares,
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        ({ width, scale, middle }, share, factor) => {
          const view = { from: middle - (width * scale) / 2, to: middle + (width * scale) / 2, width }
          const x = share * width
          const zoomed = zoomAbout(view, x, factor, log)
          expect(unitsPerPixel(zoomed)).toBeCloseTo(scale / factor, 6)
          expect(toPixel(zoomed, toPlace(view, x))).toBeCloseTo(x, 2)
        },
      ),
    )
  })

  it('[TRK-3] never goes beyond all of the log, nor nearer than 40 px a record', () => {
    fc.assert(
      fc.property(views, shares, fc.double({ min: 1e-9, max: 1e9, noNaN: true }), ({ view, extent }, share, factor) => {
        const zoomed = zoomAbout(view, share * view.width, factor, extent)
        expect(1 / unitsPerPixel(zoomed)).toBeLessThanOrEqual(UNIT_PX_MAX * (1 + 1e-9))
        expect(unitsPerPixel(zoomed)).toBeLessThanOrEqual(unitsPerPixel(fitAll(extent, view.width)) * (1 + 1e-9))
      }),
    )
  })

  it('[TRK-3] reaches from a million records in 300 px to one record in 40', () => {
    const log = { from: -1, to: 999_999 }
    const whole = fitAll(log, 300)
    expect(showsAll(whole, log)).toBe(true)
    const near = zoomAbout(whole, 150, 1e9, log)
    expect(1 / unitsPerPixel(near)).toBeCloseTo(40)
  })
})

describe('moving', () => {
  it('[TRK-3] keeps an end of the log in sight when it is panned past it', () => {
    fc.assert(
      fc.property(views, fc.integer({ min: -1e7, max: 1e7 }), ({ view, extent }, pixels) => {
        const panned = panBy(view, pixels, extent)
        expect(toPixel(panned, extent.from)).toBeLessThanOrEqual(view.width)
        expect(toPixel(panned, extent.to)).toBeGreaterThanOrEqual(0)
        expect(panned.to - panned.from).toBeCloseTo(view.to - view.from, 3)
      }),
    )
  })

  it('[TRK-3] brings any place of the log into sight', () => {
    fc.assert(
      fc.property(views, shares, ({ view, extent }, share) => {
        const at = extent.from + (extent.to - extent.from) * share
        const x = toPixel(centreOn(view, at, extent), at)
        expect(x).toBeGreaterThanOrEqual(-1e-6)
        expect(x).toBeLessThanOrEqual(view.width + 1e-6)
      }),
    )
  })

  it('[TRK-3] goes on showing all when it is made wider or narrower', () => {
    fc.assert(
      fc.property(extents, widths, widths, (extent, width, other) => {
        expect(showsAll(resize(fitAll(extent, width), other, extent), extent)).toBe(true)
      }),
    )
  })

  it('[TRK-3] shows what the window of the minimap spans', () => {
    const log = { from: -1, to: 9999 }
    const view = showing({ from: 2000, to: 4000 }, 800, log)
    expect([view.from, view.to]).toEqual([2000, 4000])
  })
})
