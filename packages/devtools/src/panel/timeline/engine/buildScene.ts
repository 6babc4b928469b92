import type { RunView, StoreOverview } from '../../../protocol/overview.ts'
import { familyOf } from '../layout/familyOf.ts'
import type { Row } from '../layout/layoutRows.ts'
import { LANES_MAX } from '../layout/layoutRows.ts'
import type { PackedRun } from '../layout/packRuns.ts'
import { packRuns } from '../layout/packRuns.ts'
import type { Palette } from '../paint/Palette.ts'
import type { BranchLane, DensityPiece, Flag, Scene } from '../paint/Scene.ts'
import type { Tick } from '../view/ticks.ts'
import { DATE_LABEL_PX, LABEL_PX, offsetTicks, timeTicks } from '../view/ticks.ts'
import { timesBelow } from '../view/timesBelow.ts'
import type { Extent, Viewport } from '../view/Viewport.ts'
import { unitsPerPixel } from '../view/Viewport.ts'
import type { AxisPlaces } from './AxisPlaces.ts'
import type { TimelineData, Watched } from './TimelineData.ts'
import type { TimelineGiven } from './TimelineGiven.ts'

export interface SceneGiven {
  readonly given: TimelineGiven
  readonly view: Viewport
  readonly watched: Watched
  readonly data: TimelineData
  readonly places: AxisPlaces
  readonly rows: readonly Row[]
  readonly runs: ReadonlyMap<string, readonly PackedRun[]>
  readonly palette: Palette
  readonly height: number
  readonly scrolled: number
  /** On the axis; where it is dragged, where it is dragged to. */
  readonly playhead: number
  readonly parked: boolean
  readonly loop: Extent | undefined
  readonly hovered: Scene['hovered']
}

const TICKS_PX = 32
/** Bookmarks and errors stand below the ticks, where there are any. */
const FLAGS_PX = 15

/** Puts together what a frame shows. */
export function buildScene(now: SceneGiven): Scene {
  const { given, view, watched, data, places } = now
  const single = data.showsMarks(view, watched)
  const density = data.density(view, watched, single ? 'of marks' : undefined)
  return {
    view,
    height: now.height,
    rulerHeight: rulerHeightOf(given),
    scrolled: now.scrolled,
    rows: now.rows,
    palette: now.palette,
    ticks: ticksOf(now),
    density,
    fullRate: fullRateOf(density),
    marks: single ? data.marks(view, watched) : undefined,
    markSpacing: given.axis === 'offset' ? 1 / unitsPerPixel(view) : 14,
    runs: now.runs,
    branches: branchesOf(given, places),
    playhead: now.playhead,
    newerFrom: now.playhead + (given.axis === 'offset' ? 0.5 : 0),
    parked: now.parked,
    head: watched.extent.to,
    loop: now.loop,
    bookmarks: given.bookmarks.flatMap(({ offset, note }) => {
      const at = places.of(offset)
      return at === undefined ? [] : [{ at, text: note === '' ? offset.toLocaleString() : note }]
    }),
    errors: errorsOf(given),
    chosen: given.chosen === undefined ? undefined : places.of(given.chosen),
    compared: given.compared && places.range(given.compared.before, given.compared.after),
    hovered: now.hovered,
  }
}

export const rulerHeightOf = (given: TimelineGiven): number =>
  TICKS_PX + (given.bookmarks.length > 0 || errorsOf(given).length > 0 ? FLAGS_PX : 0)

/** Errors that belong to a record, where that lies on the axis. */
const errorsOf = ({ store, axis }: TimelineGiven): readonly Flag[] =>
  store.errors.flatMap(({ offset, time, message }) => {
    const at = axis === 'time' ? time : offset
    return at === undefined ? [] : [{ at, text: message }]
  })

function ticksOf({ given, view, watched, places }: SceneGiven): readonly (Tick & { below?: string })[] {
  if (given.store.playhead.head < 0) return []
  if (given.axis === 'time') return timeTicks(view)
  const spanMs = given.store.span ? given.store.span.to - given.store.span.from : 0
  const share = (view.to - view.from) / Math.max(1, watched.extent.to - watched.extent.from)
  const labelPx = spanMs * share > 12 * 3_600_000 ? DATE_LABEL_PX : LABEL_PX
  const ticks = offsetTicks(view, watched.extent.to, labelPx)
  return timesBelow(ticks, (place) => places.timeOf(place))
}

/** The rate of the busiest bucket in sight fills a track. */
function fullRateOf(density: ReadonlyMap<string, readonly DensityPiece[]>): number {
  let most = 0
  for (const pieces of density.values())
    for (const { counts, bucket } of pieces) for (const count of counts) most = Math.max(most, count / bucket)
  // In steps, so that heights do not tremble while somebody pans.
  return most === 0 ? 1 : 2 ** (Math.ceil(Math.log2(most) * 2) / 2)
}

export function packAll(
  runs: ReadonlyMap<string, readonly RunView[]>,
  axis: TimelineGiven['axis'],
): ReadonlyMap<string, readonly PackedRun[]> {
  const placeOf = axis === 'time' ? inTime : inOffsets
  return new Map([...runs].map(([effect, list]) => [effect, packRuns(list, placeOf, LANES_MAX)]))
}

const inTime = ({ startedAt, endedAt }: RunView) => ({ from: startedAt, to: endedAt })

function inOffsets(run: RunView) {
  const from = run.startedBy ?? run.startedIn ?? run.emitted[0] ?? 0
  if (run.outcome === 'running') return { from, to: undefined }
  return { from, to: Math.max(from, run.endedIn ?? run.endedBy ?? run.emitted.at(-1) ?? from) }
}

function branchesOf(given: TimelineGiven, places: AxisPlaces): ReadonlyMap<string, BranchLane> {
  const lanes = new Map<string, BranchLane>()
  const family = familyOf(given.stores, given.store.id)
  for (const { store } of family) {
    const original = family.find((member) => member.store.id === store.parent?.id)?.store
    const from = leaves(store, original, places)
    const to = places.of(store.playhead.head, store)
    const playhead = places.of(store.playhead.offset, store)
    if (from === undefined || to === undefined || playhead === undefined) continue
    const parent = original?.id
    lanes.set(store.id, { from, to, playhead, parent, looked: store.id === given.store.id, shown: store.shown })
  }
  return lanes
}

const leaves = (store: StoreOverview, original: StoreOverview | undefined, places: AxisPlaces) =>
  original && store.parent ? places.of(store.parent.at, original) : places.of(-1, store)
