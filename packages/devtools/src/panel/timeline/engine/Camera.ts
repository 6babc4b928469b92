import { follow, isWithin, reveal } from '../view/follow.ts'
import type { Extent, Viewport } from '../view/Viewport.ts'
import { between, centreOn, fitAll, panBy, resize, showing, showsAll, toPixel, zoomAbout } from '../view/Viewport.ts'

const ZOOM_MS = 140

/** Which part of the log is seen, and how that changes: at once under the pointer, in a short glide by keys. */
export class Camera {
  readonly #changed: () => void
  #extent: Extent = { from: -1, to: 0 }
  #view: Viewport = { from: -1, to: 1, width: 0 }
  #gliding: { readonly from: Viewport; readonly to: Viewport; readonly sinceMs: number } | undefined

  constructor(changed: () => void) {
    this.#changed = changed
  }

  get view(): Viewport {
    return this.#view
  }

  /** The log from end to end. */
  get extent(): Extent {
    return this.#extent
  }

  /** The whole log as the minimap draws it. */
  get whole(): Viewport {
    return fitAll(this.#extent, this.#view.width)
  }

  get showsAll(): boolean {
    return showsAll(this.#view, this.#extent)
  }

  shows(at: number): boolean {
    return isWithin(this.#view, at)
  }

  // What happens to it

  resize(width: number): void {
    if (width <= 0) return
    this.#view = this.#view.width > 0 ? resize(this.#view, width, this.#extent) : fitAll(this.#extent, width)
    this.#changed()
  }

  /** Another log, or another axis: all of it. */
  begin(extent: Extent): void {
    this.#gliding = undefined
    this.#extent = extent
    this.#view = fitAll(extent, this.#view.width)
  }

  /** The log has grown. */
  grow(extent: Extent): void {
    this.#view = follow(this.#view, this.#extent, extent)
    this.#extent = extent
  }

  /** The playhead has moved by itself. */
  reveal(playhead: { readonly before: number; readonly now: number; readonly playing: boolean }): void {
    this.#view = reveal(this.#view, playhead, this.#extent)
  }

  /** Brings a place into sight, if it is not. */
  bring(at: number): void {
    if (!this.shows(at)) this.#view = centreOn(this.#view, at, this.#extent)
  }

  // What somebody does

  zoomAt(x: number, factor: number): void {
    this.#show(zoomAbout(this.#view, x, factor, this.#extent))
  }

  pan(pixels: number): void {
    this.#show(panBy(this.#view, pixels, this.#extent))
  }

  showRange(range: Extent): void {
    this.#show(showing(range, this.#view.width, this.#extent))
  }

  /** Glides nearer: to `at` where it is in sight, else to the middle. */
  glideNearer(factor: number, at: number): void {
    const x = this.shows(at) ? toPixel(this.#view, at) : this.#view.width / 2
    this.#glide(zoomAbout(this.#gliding?.to ?? this.#view, x, factor, this.#extent))
  }

  glideBy(share: number): void {
    this.#glide(panBy(this.#gliding?.to ?? this.#view, share * this.#view.width, this.#extent))
  }

  glideTo(at: number): void {
    this.#glide(centreOn(this.#view, at, this.#extent))
  }

  glideToAll(): void {
    this.#glide(fitAll(this.#extent, this.#view.width))
  }

  /** Moves a glide along; called in every frame. */
  tick(nowMs: number): void {
    if (!this.#gliding) return
    const { from, to, sinceMs } = this.#gliding
    const share = Math.min(1, Math.max(0, (nowMs - sinceMs) / ZOOM_MS))
    this.#view = share === 1 ? to : between(from, to, 1 - (1 - share) ** 3)
    if (share === 1) this.#gliding = undefined
    else this.#changed()
  }

  #show(view: Viewport): void {
    this.#gliding = undefined
    this.#view = view
    this.#changed()
  }

  #glide(view: Viewport): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#show(view)
      return
    }
    this.#gliding = { from: this.#view, to: view, sinceMs: performance.now() }
    this.#changed()
  }
}
