import type { AgentConnection } from '../../../protocol/connectPanel.ts'
import { createTrackColours, trackColour } from '../../colour/trackColour.ts'
import { createRedraw } from '../input/createRedraw.ts'
import { familyOf } from '../layout/familyOf.ts'
import type { Hit } from '../layout/hitTest.ts'
import { hitTest } from '../layout/hitTest.ts'
import type { Row } from '../layout/layoutRows.ts'
import { layoutRows } from '../layout/layoutRows.ts'
import type { PackedRun } from '../layout/packRuns.ts'
import { lanesOf } from '../layout/packRuns.ts'
import type { Palette } from '../paint/Palette.ts'
import { readPalette } from '../paint/Palette.ts'
import { paintMinimap } from '../paint/paintMinimap.ts'
import { paintTimeline } from '../paint/paintTimeline.ts'
import type { Scene } from '../paint/Scene.ts'
import { sizeCanvas } from '../paint/sizeCanvas.ts'
import { watchTheme } from '../paint/watchTheme.ts'
import { extentOf } from '../view/places.ts'
import type { Extent } from '../view/Viewport.ts'
import { toPixel, toPlace } from '../view/Viewport.ts'
import { AxisPlaces } from './AxisPlaces.ts'
import { buildScene, packAll, rulerHeightOf } from './buildScene.ts'
import { Camera } from './Camera.ts'
import { Pressing } from './Pressing.ts'
import { RecordedTimes } from './RecordedTimes.ts'
import { Scrubbing } from './Scrubbing.ts'
import type { Strips } from './strips.ts'
import { stackOf, tracksOf } from './strips.ts'
import { Telling } from './Telling.ts'
import type { Watched } from './TimelineData.ts'
import { TimelineData } from './TimelineData.ts'
import type { TimelineActions, TimelineGiven } from './TimelineGiven.ts'

/** What the timeline draws on and listens to. */
export interface TimelineElements {
  readonly stage: HTMLElement
  readonly canvas: HTMLCanvasElement
  readonly minimap: HTMLCanvasElement
  readonly handle: HTMLElement
  /** What scrolls the rows. */
  readonly scroller: HTMLElement
}

const MINIMAP_PX = 30

/** The timeline without React: what is seen of the log, drawn once a frame when something has changed. */
export class TimelineEngine {
  readonly camera: Camera
  readonly telling: Telling
  readonly pressing: Pressing

  readonly #actions: TimelineActions
  readonly #redraw = createRedraw((nowMs) => this.#draw(nowMs))
  readonly #data: TimelineData
  readonly #times: RecordedTimes
  readonly #scrubbing: Scrubbing
  readonly #lanes = new Map<string, number>()
  readonly #branchColours = createTrackColours()

  #given: TimelineGiven | undefined
  #elements: TimelineElements | undefined
  #palette: Palette | undefined
  #scene: Scene | undefined
  #pointer: { readonly x: number; readonly y: number } | undefined
  #version = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(agent: AgentConnection, actions: TimelineActions) {
    const ask = () => this.#redraw.ask()
    this.#actions = actions
    this.camera = new Camera(ask)
    this.#data = new TimelineData(agent, ask, (ms) => this.#later(ms))
    this.#times = new RecordedTimes(agent, ask)
    this.telling = new Telling(agent, this.#data, ask)
    this.pressing = new Pressing(this, actions, ask)
    this.#scrubbing = new Scrubbing(actions, () => {
      if (this.#given) this.#scrubbing.follow(this.#given.store.playhead.offset)
      ask()
    })
  }

  /** Draws on these until the returned function is called. */
  attach(elements: TimelineElements): () => void {
    this.#elements = elements
    const measure = () => this.camera.resize(elements.stage.clientWidth)
    const read = () => {
      this.#palette = readPalette(elements.stage)
      this.#redraw.ask()
    }
    const observer = new ResizeObserver(() => {
      measure()
      this.#redraw.ask()
    })
    observer.observe(elements.stage)
    const unwatch = watchTheme(elements.stage, read)
    const scrolled = () => this.#redraw.ask()
    elements.scroller.addEventListener('scroll', scrolled, { passive: true })
    measure()
    read()
    return () => {
      observer.disconnect()
      unwatch()
      elements.scroller.removeEventListener('scroll', scrolled)
      this.#redraw.stop()
      clearTimeout(this.#timer)
      this.#timer = undefined
      this.#elements = undefined
    }
  }

  /** Tells what the app and the rest of the panel say now. */
  give(given: TimelineGiven): void {
    const before = this.#given
    this.#given = given
    if (!before || changesData(before, given)) this.#version++
    const extent = extentOf(given.store, given.axis)
    if (!before || before.store.id !== given.store.id || before.axis !== given.axis) {
      this.#lanes.clear()
      this.#scrubbing.release()
      this.camera.begin(extent)
    } else {
      if (before.store.playhead.offset !== given.store.playhead.offset) this.#scrubbing.release()
      else this.#scrubbing.follow(given.store.playhead.offset)
      this.camera.grow(extent)
      if (!this.#scrubbing.isHeld) this.#follow(before, given)
    }
    this.#redraw.ask()
  }

  get given(): TimelineGiven | undefined {
    return this.#given
  }

  /** The last frame. */
  get scene(): Scene | undefined {
    return this.#scene
  }

  get rulerHeight(): number {
    return this.#given ? rulerHeightOf(this.#given) : 0
  }

  /** About how many records are in sight: exactly on an axis of offsets, a share of the log by time. */
  get recordsInView(): number {
    const { from, to } = this.camera.extent
    const records = (this.#given?.store.playhead.head ?? -1) + 1
    return Math.min(1, (this.camera.view.to - this.camera.view.from) / Math.max(1, to - from)) * records
  }

  // Moving about

  /** By a key or a button: about the playhead where it is in sight, else about the middle. */
  zoom(factor: number): void {
    this.camera.glideNearer(factor, this.#playheadAt())
  }

  showEnd(end: 'first' | 'last'): void {
    const { from, to } = this.camera.extent
    this.camera.glideTo(end === 'first' ? from : to)
  }

  showPlayhead(): void {
    this.camera.glideTo(this.#playheadAt())
  }

  scrollRows(pixels: number): void {
    this.#elements?.scroller.scrollBy(0, pixels)
  }

  get rowsOverflow(): boolean {
    const scroller = this.#elements?.scroller
    return scroller !== undefined && scroller.scrollHeight > scroller.clientHeight + 1
  }

  // The playhead

  get playheadX(): number {
    return toPixel(this.camera.view, this.#playheadAt())
  }

  /** Drags the playhead to a pixel. */
  scrub(x: number): void {
    if (!this.#given) return
    const at = this.snapped(x)
    this.#scrubbing.to(at, this.#given.axis === 'time' ? { time: at } : { place: at })
  }

  /** Lets go of it: at the end of the log it is live again. */
  drop(): void {
    const { shownAt } = this.#scrubbing
    this.#scrubbing.drop()
    if (shownAt !== undefined && shownAt >= this.camera.extent.to) this.goLive()
  }

  /** Moves the playhead by records, from where it is shown. */
  step(by: number): void {
    this.travel(this.telling.playhead.get().place + by)
  }

  travel(place: number): void {
    if (!this.#given) return
    const to = Math.min(Math.max(place, -1), this.#given.store.playhead.head)
    const at = this.#places(this.#given).of(to)
    if (at === undefined) {
      void this.#actions.seek(to).catch(() => undefined)
      return
    }
    this.#scrubbing.to(at, { place: to })
    this.#scrubbing.drop()
    if (!this.camera.shows(at)) this.camera.glideTo(at)
  }

  goLive(): void {
    // Refused: the playhead stays where it is, and the app has said why.
    void this.#actions.live().catch(() => undefined)
  }

  // Pointing

  /** The pointer is here, or has left. */
  point(at: { readonly x: number; readonly y: number } | undefined): void {
    this.#pointer = at
    this.#redraw.ask()
  }

  hit(x: number, y: number): Hit {
    return this.#scene ? hitTest(this.#scene, x, y) : { kind: 'nothing', row: undefined }
  }

  /** The place at a pixel, within the log; on an axis of offsets, that of the nearest record. */
  snapped(x: number): number {
    const { from, to } = this.camera.extent
    const at = Math.min(Math.max(toPlace(this.camera.view, x), from), to)
    return this.#given?.axis === 'time' ? at : Math.round(at)
  }

  retry(): void {
    this.#data.retry()
    this.#redraw.ask()
  }

  // One frame

  #draw(nowMs: number): void {
    const { stage, canvas, minimap, handle, scroller } = this.#elements ?? {}
    const { width } = this.camera.view
    const height = stage?.clientHeight ?? 0
    if (!canvas || !minimap || !handle || !scroller || !this.#given || !this.#palette) return
    if (width === 0 || height === 0) return
    this.camera.tick(nowMs)
    const given = this.#given
    const { view, whole } = this.camera
    const watched: Watched = {
      store: given.store.id,
      by: given.by,
      axis: given.axis,
      extent: this.camera.extent,
      records: given.store.playhead.head + 1,
      version: this.#version,
    }
    this.#data.want(view, whole, watched, nowMs)

    const strips = this.#data.density(whole, watched)
    const runs = packAll(this.#data.runs(view, watched), given.axis)
    const rows = this.#rowsOf(given, strips, runs, height - rulerHeightOf(given))
    const playhead = this.#playheadAt()
    const isParked = this.#isParked(given)
    const scene = buildScene({
      given,
      view,
      watched,
      data: this.#data,
      places: this.#places(given),
      rows,
      runs,
      palette: this.#palette,
      height,
      scrolled: scroller.scrollTop,
      playhead,
      parked: isParked,
      loop: this.#loopOf(given),
      hovered: this.#pointer && { x: this.#pointer.x, mark: this.#hoveredMark(this.#pointer) },
    })
    this.#scene = scene
    const context = sizeCanvas(canvas, width, height)
    if (context) paintTimeline(context, scene)
    const strip = sizeCanvas(minimap, width, MINIMAP_PX)
    if (strip) {
      const { palette, loop, errors, bookmarks } = scene
      const stack = stackOf(strips, rows)
      const isShare = given.axis === 'offset'
      const shown = { height: MINIMAP_PX, window: view, palette, stack, isShare, playhead, loop, errors, bookmarks }
      paintMinimap(strip, { ...shown, view: whole, parked: isParked })
    }
    handle.style.transform = `translateX(${Math.round(this.playheadX)}px)`
    handle.hidden = !this.camera.shows(playhead)

    const { isHeld, shownAt } = this.#scrubbing
    const place = shownAt !== undefined && given.axis === 'offset' ? shownAt : given.store.playhead.offset
    this.telling.tell({
      given,
      watched,
      scene,
      strips,
      camera: this.camera,
      playhead: { at: playhead, place, isParked, isHeld },
      pointer: isHeld ? undefined : this.#pointer,
    })
  }

  #later(ms: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#redraw.ask()
    }, ms)
  }

  /** Brings what somebody has chosen, or where the playhead has gone, into sight. */
  #follow(before: TimelineGiven, given: TimelineGiven): void {
    const was = before.store.playhead
    const is = given.store.playhead
    const places = this.#places(given)
    const chosen = given.chosen === undefined || given.chosen === before.chosen ? undefined : places.of(given.chosen)
    if (chosen !== undefined) this.camera.bring(chosen)
    const from = places.of(was.offset)
    const to = places.of(is.offset)
    if (from === undefined || to === undefined) return
    const playing = is.status === 'playing' || (is.status === 'live' && was.status === 'live')
    this.camera.reveal({ before: from, now: to, playing })
  }

  #places(given: TimelineGiven): AxisPlaces {
    return new AxisPlaces(given, this.#times)
  }

  #playheadAt(): number {
    const given = this.#given
    if (!given) return -1
    return this.#scrubbing.shownAt ?? this.#places(given).of(given.store.playhead.offset) ?? this.camera.extent.from
  }

  #isParked({ store }: TimelineGiven): boolean {
    const { shownAt } = this.#scrubbing
    return shownAt === undefined ? store.playhead.status !== 'live' : shownAt < this.camera.extent.to
  }

  #loopOf(given: TimelineGiven): Extent | undefined {
    return this.pressing.drawnLoop ?? (given.loop && this.#places(given).range(given.loop.from, given.loop.to))
  }

  #hoveredMark({ x, y }: { readonly x: number; readonly y: number }): number | undefined {
    const hit = this.hit(x, y)
    return hit.kind === 'mark' ? hit.mark.at : undefined
  }

  #rowsOf(
    given: TimelineGiven,
    strips: Strips,
    runs: ReadonlyMap<string, readonly PackedRun[]>,
    room: number,
  ): readonly Row[] {
    // Never fewer than there were: rows that grow and shrink while somebody pans would jump about.
    for (const [effect, list] of runs) this.#lanes.set(effect, Math.max(this.#lanes.get(effect) ?? 1, lanesOf(list)))
    const family = familyOf(given.stores, given.store.id)
    const originals = new Set(family.filter(({ depth }) => depth === 0).map(({ store }) => store.id))
    return layoutRows({
      tracks: tracksOf(given, strips),
      by: given.by,
      effects: given.store.effects,
      lanesOf: (effect) => this.#lanes.get(effect) ?? 1,
      family: family.map(({ store: { id, name }, depth }) => ({ id, name, depth })),
      colourOf: trackColour,
      branchColourOf: (id) => this.#branchColours(originals.has(id) ? '' : id),
      room,
    })
  }
}

/** Whether the app may have more to show. A playhead that moves changes nothing of the log. */
function changesData(before: TimelineGiven, given: TimelineGiven): boolean {
  if (before.store === given.store) return false
  const one = before.store
  const other = given.store
  const isMove = one.playhead.offset !== other.playhead.offset || one.playhead.status !== other.playhead.status
  return !isMove || one.playhead.head !== other.playhead.head || one.errors.length !== other.errors.length
}
