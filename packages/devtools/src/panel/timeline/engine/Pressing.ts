import type { Hit } from '../layout/hitTest.ts'
import type { Extent } from '../view/Viewport.ts'
import type { TimelineActions, TimelineGiven } from './TimelineGiven.ts'

/** What pressing needs to know of what is drawn. */
interface Drawn {
  readonly given: TimelineGiven | undefined
  hit(x: number, y: number): Hit
  snapped(x: number): number
  travel(place: number): void
}

/** What a press means: choosing, comparing, travelling, and loops that are drawn. */
export class Pressing {
  readonly #drawn: Drawn
  readonly #actions: TimelineActions
  readonly #changed: () => void
  #loop: Extent | undefined

  constructor(drawn: Drawn, actions: TimelineActions, changed: () => void) {
    this.#drawn = drawn
    this.#actions = actions
    this.#changed = changed
  }

  /** The loop that is being drawn. */
  get drawnLoop(): Extent | undefined {
    return this.#loop
  }

  /** Chooses a record, or the stretch from the chosen one; looks at a branch. */
  async once(x: number, y: number, isRange: boolean): Promise<void> {
    const hit = this.#drawn.hit(x, y)
    if (hit.kind === 'branch') {
      this.#actions.look(hit.store)
      return
    }
    const offset = await this.#offsetOf(hit, x)
    const { given } = this.#drawn
    if (offset === undefined || offset < 0 || !given) return
    if (!isRange) {
      this.#actions.choose(offset)
      return
    }
    const from = given.chosen ?? given.store.playhead.offset
    this.#actions.compare(Math.min(from, offset), Math.max(from, offset))
  }

  /** Travels. */
  async twice(x: number, y: number): Promise<void> {
    const offset = await this.#offsetOf(this.#drawn.hit(x, y), x)
    if (offset !== undefined) this.#drawn.travel(offset)
  }

  /** Shows a loop while it is being drawn, from pixel to pixel. */
  drawLoop(from: number, to: number): void {
    const [first, last] = [this.#drawn.snapped(from), this.#drawn.snapped(to)]
    this.#loop = { from: Math.min(first, last), to: Math.max(first, last) }
    this.#changed()
  }

  /** Sets the loop that was drawn. */
  async finishLoop(): Promise<void> {
    const drawn = this.#loop
    const isTime = this.#drawn.given?.axis === 'time'
    if (!drawn) return
    const ends = isTime ? await this.#placesOf(drawn) : drawn
    this.#loop = undefined
    if (ends && ends.to > ends.from) this.#actions.loop({ from: Math.max(0, ends.from), to: ends.to })
    this.#changed()
  }

  cancelLoop(): void {
    this.#loop = undefined
    this.#changed()
  }

  async #placesOf({ from, to }: Extent): Promise<Extent | undefined> {
    try {
      const [first, last] = await Promise.all([this.#actions.placeAt(from), this.#actions.placeAt(to)])
      return { from: first, to: last }
    } catch {
      return undefined
    }
  }

  async #offsetOf(hit: Hit, x: number): Promise<number | undefined> {
    const { given } = this.#drawn
    if (!given || given.store.playhead.head < 0) return undefined
    if (hit.kind === 'mark') return hit.mark.offset
    if (hit.kind === 'run') return hit.run.startedBy ?? hit.run.emitted[0]
    const at = this.#drawn.snapped(x)
    return given.axis === 'offset' ? Math.max(0, at) : this.#actions.placeAt(at).catch(() => undefined)
  }
}
