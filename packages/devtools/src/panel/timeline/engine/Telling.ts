import type { AgentConnection } from '../../../protocol/connectPanel.ts'
import { hitTest } from '../layout/hitTest.ts'
import type { Scene } from '../paint/Scene.ts'
import { isWithin } from '../view/follow.ts'
import { toPlace } from '../view/Viewport.ts'
import type { Camera } from './Camera.ts'
import { Cell } from './Cell.ts'
import { RecordPeek } from './RecordPeek.ts'
import type { Hovered, PlayheadShown, RowsShown, TimelineStatus, VisibleRecords } from './shown.ts'
import type { Strips } from './strips.ts'
import { countOf } from './strips.ts'
import type { TimelineData, Watched } from './TimelineData.ts'
import type { TimelineGiven } from './TimelineGiven.ts'

/** A frame, for those who show what is not on the canvas. */
interface Frame {
  readonly given: TimelineGiven
  readonly watched: Watched
  readonly scene: Scene
  readonly strips: Strips
  readonly camera: Camera
  readonly playhead: {
    readonly at: number
    readonly place: number
    readonly isParked: boolean
    readonly isHeld: boolean
  }
  readonly pointer: { readonly x: number; readonly y: number } | undefined
}

const RECORDS_LISTED_MAX = 500

/** Tells React after each frame what it shows besides the canvas. */
export class Telling {
  readonly rows = new Cell<RowsShown>({ rows: [], rulerHeight: 32, counts: {} })
  readonly playhead = new Cell<PlayheadShown>({ place: -1, record: undefined, isParked: false, isHeld: false })
  readonly hovered = new Cell<Hovered | undefined>(undefined)
  readonly status = new Cell<TimelineStatus>({ isWaiting: true, refused: undefined, away: undefined, showsAll: true })
  readonly visible = new Cell<VisibleRecords | undefined>(undefined)

  readonly #data: TimelineData
  readonly #atPlayhead: RecordPeek
  readonly #atPointer: RecordPeek
  readonly #changed: () => void
  #isListed = false

  constructor(agent: AgentConnection, data: TimelineData, changed: () => void) {
    this.#data = data
    this.#atPlayhead = new RecordPeek(agent, changed)
    this.#atPointer = new RecordPeek(agent, changed)
    this.#changed = changed
  }

  /** Whether {@link visible} is kept up to date: while a table shows it. */
  list(isListed: boolean): void {
    this.#isListed = isListed
    this.#changed()
  }

  tell(frame: Frame): void {
    const { given, scene, strips, camera, playhead } = frame
    const counts = Object.fromEntries([...strips].map(([track, pieces]) => [track, countOf(pieces)]))
    this.rows.set({ rows: scene.rows, rulerHeight: scene.rulerHeight, counts })

    const { at, place, isParked, isHeld } = playhead
    const record = this.#atPlayhead.at({ store: given.store.id, by: given.by, offset: place })
    this.playhead.set({ place, record: record && { type: record.type, time: record.time }, isParked, isHeld })

    this.status.set({
      isWaiting: this.#data.waiting,
      refused: this.#data.refused?.message,
      away: camera.shows(at) ? undefined : at < camera.view.from ? 'before' : 'after',
      showsAll: camera.showsAll,
    })
    this.hovered.set(this.#hover(frame))
    this.visible.set(this.#isListed ? this.#visible(frame) : undefined)
  }

  #hover({ given, scene, pointer }: Frame): Hovered | undefined {
    const { store, axis, by } = given
    if (!pointer || store.playhead.head < 0) return undefined
    const { x, y } = pointer
    const hit = hitTest(scene, x, y)
    if (hit.kind === 'mark') return { x, y, hit, offset: hit.mark.offset, record: hit.mark }
    const at = Math.round(toPlace(scene.view, x))
    if (axis === 'time' || at < 0 || at > store.playhead.head)
      return { x, y, hit, offset: undefined, record: undefined }
    return { x, y, hit, offset: at, record: this.#atPointer.at({ store: store.id, by, offset: at }) }
  }

  #visible({ scene, watched }: Frame): VisibleRecords {
    const { view } = scene
    const density = this.#data.density(view, watched)
    const records =
      scene.marks &&
      [...scene.marks.values()]
        .flat()
        .filter(({ at }) => isWithin(view, at))
        .sort((one, other) => one.offset - other.offset)
        .slice(0, RECORDS_LISTED_MAX)
    const tracks = scene.rows.flatMap((row) => {
      if (row.kind !== 'track') return []
      const pieces = density.get(row.track) ?? []
      const count = (of: 'counts' | 'failed') => countOf(pieces, of, view)
      return [{ track: row.track, label: row.label, records: count('counts'), failed: count('failed') }]
    })
    return { view: { from: view.from, to: view.to }, records, tracks }
  }
}
