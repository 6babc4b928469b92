import type { RecordMark, TimelineAxis, TrackBy, TrackDensity } from '../../../protocol/calls.ts'
import type { AgentConnection } from '../../../protocol/connectPanel.ts'
import type { RunView } from '../../../protocol/overview.ts'
import type { DensityPiece } from '../paint/Scene.ts'
import type { TileCache, Wanted } from '../tiles/createTileCache.ts'
import { createTileCache } from '../tiles/createTileCache.ts'
import { mergeTiles } from '../tiles/density.ts'
import type { TileAddress } from '../tiles/tileGrid.ts'
import {
  bucketOf,
  childrenOf,
  levelFor,
  parentOf,
  TILE_BUCKETS,
  tileFrom,
  tilesOver,
  tileTo,
} from '../tiles/tileGrid.ts'
import type { Extent, Viewport } from '../view/Viewport.ts'
import { unitsPerPixel } from '../view/Viewport.ts'

/** Which log is looked at, along which axis. */
export interface Watched {
  readonly store: string
  readonly by: TrackBy
  readonly axis: TimelineAxis
  readonly extent: Extent
  /** How many there are in it. */
  readonly records: number
  /** Counts up whenever the app has said something new. */
  readonly version: number
}

export interface Mark extends RecordMark {
  /** On the axis. */
  readonly at: number
}

/** Single records are drawn from this distance on. */
export const MARK_PX_MIN = 4

const MARKS_MAX = 2048
const RUNS_MAX = 512

/** How many levels are gone through for a stand-in of a tile that has not come. */
const LEVELS_UP = 24
const LEVELS_DOWN = 2

/**
 * What the timeline shows of a log, asked for by tiles of what is seen and a little more. What has not come yet is
 * stood in for by coarser or finer tiles that have, so that nothing goes blank while somebody zooms.
 */
export class TimelineData {
  readonly #density: TileCache<readonly TrackDensity[]>
  readonly #marks: TileCache<readonly RecordMark[]>
  readonly #runs: TileCache<readonly RunView[]>

  constructor(agent: AgentConnection, came: () => void, later: (ms: number) => void) {
    const range = (key: string, address: TileAddress) => {
      const { store, by, axis } = JSON.parse(key) as { store: string; by: TrackBy; axis: TimelineAxis }
      return { store, tracks: by, axis, from: tileFrom(address), to: tileTo(address) }
    }
    this.#density = createTileCache({
      ask: (key, address) => agent.call('density', { ...range(key, address), buckets: TILE_BUCKETS }),
      came,
      later,
    })
    this.#marks = createTileCache({
      ask: (key, address) => agent.call('marks', { ...range(key, address), most: MARKS_MAX }),
      came,
      later,
    })
    this.#runs = createTileCache({
      ask: (key, address) => {
        const { tracks: _, ...where } = range(key, address)
        return agent.call('runs', { ...where, most: RUNS_MAX })
      },
      came,
      later,
    })
  }

  /** Asks for what a view needs, and the whole in a strip as wide as it. */
  want(view: Viewport, whole: Viewport, watched: Watched, nowMs: number): void {
    const { extent, version } = watched
    const level = levelFor(view)
    const wanted = (key: string, tiles: readonly TileAddress[]): readonly Wanted[] =>
      tiles.map((address) => ({ key, address, everyMs: refreshMs(address, watched) }))
    const seen = tilesOver(view, level, extent)
    const around = tilesOver(view, level, extent, 1)
    const strip = tilesOver(extent, levelFor(whole), extent)
    const key = keyOf(watched)
    this.#density.want(wanted(key, [...strip, ...seen, ...around]), version, nowMs)
    this.#marks.want(this.showsMarks(view, watched) ? wanted(key, [...seen, ...around]) : [], version, nowMs)
    this.#runs.want(
      wanted(runsKeyOf(watched), [...seen, ...around]).map((each) => ({
        ...each,
        everyMs: each.everyMs ?? (this.#runs.get(each.key, each.address)?.some(isOn) ? REFRESH_MS : undefined),
      })),
      version,
      nowMs,
    )
  }

  /** Whether there are so few records in a view that each can be seen. */
  showsMarks(view: Viewport, watched: Watched): boolean {
    if (watched.axis === 'offset') return 1 / unitsPerPixel(view) >= MARK_PX_MIN
    const level = levelFor(view)
    const tiles = tilesOver(view, level, watched.extent).map((address) => this.#density.get(keyOf(watched), address))
    if (tiles.some((tile) => tile === undefined)) return false
    let records = 0
    for (const { counts } of tiles.flatMap((tile) => tile ?? [])) for (const count of counts) records += count
    return records <= view.width / MARK_PX_MIN
  }

  /** Counts along a view by track. With `instead`, only where single records have not come. */
  density(view: Viewport, watched: Watched, instead?: 'of marks'): ReadonlyMap<string, readonly DensityPiece[]> {
    const key = keyOf(watched)
    const level = levelFor(view)
    // A record is drawn at its offset: the bucket that holds only it lies around it.
    const middle = watched.axis === 'offset' ? 0.5 : 0
    const pieces = new Map<string, DensityPiece[]>()
    for (const address of tilesOver(view, level, watched.extent)) {
      if (instead && this.#marks.get(key, address)) continue
      const within = { from: tileFrom(address) - middle, to: tileTo(address) - middle }
      for (const found of this.#standIns(key, address)) {
        const { bucket } = found
        const at = found.at - middle
        for (const { track, counts, failed } of found.tile) {
          const list = pieces.get(track) ?? []
          list.push({ at, bucket, counts, failed, within })
          pieces.set(track, list)
        }
      }
    }
    return pieces
  }

  /** Single records along a view by track. */
  marks(view: Viewport, watched: Watched): ReadonlyMap<string, readonly Mark[]> {
    const key = keyOf(watched)
    const marks = new Map<string, Mark[]>()
    for (const address of tilesOver(view, levelFor(view), watched.extent, 1)) {
      for (const mark of this.#marks.get(key, address) ?? []) {
        const list = marks.get(mark.track) ?? []
        list.push({ ...mark, at: watched.axis === 'offset' ? mark.offset : mark.time })
        marks.set(mark.track, list)
      }
    }
    return marks
  }

  /** Runs along a view by effect. */
  runs(view: Viewport, watched: Watched): ReadonlyMap<string, readonly RunView[]> {
    const key = runsKeyOf(watched)
    const runs = new Map<string, Map<string, RunView>>()
    for (const address of tilesOver(view, levelFor(view), watched.extent, 1)) {
      for (const run of this.#nearest(this.#runs, key, address)) {
        const list = runs.get(run.effect) ?? new Map<string, RunView>()
        // A tile that was asked for earlier may still say that it is on.
        const name = `${run.run} ${run.startedBy}`
        if (!isOn(run) || !list.has(name)) list.set(name, run)
        runs.set(run.effect, list)
      }
    }
    return new Map([...runs].map(([effect, list]) => [effect, [...list.values()]]))
  }

  get waiting(): boolean {
    return this.#density.waiting || this.#marks.waiting
  }

  get refused(): Error | undefined {
    return this.#density.refused ?? this.#marks.refused ?? this.#runs.refused
  }

  retry(): void {
    this.#density.retry()
    this.#marks.retry()
    this.#runs.retry()
  }

  /** The tile itself; else what finer ones add up to; else the coarser one that it is a part of. */
  #standIns(
    key: string,
    address: TileAddress,
  ): readonly { readonly tile: readonly TrackDensity[]; readonly at: number; readonly bucket: number }[] {
    const here = this.#density.get(key, address) ?? this.#fromFiner(key, address, LEVELS_DOWN)
    if (here) return [{ tile: here, at: tileFrom(address), bucket: bucketOf(address.level) }]
    let above = address
    for (let steps = 0; steps < LEVELS_UP; steps++) {
      above = parentOf(above)
      const tile = this.#density.get(key, above)
      if (tile) return [{ tile, at: tileFrom(above), bucket: bucketOf(above.level) }]
    }
    return []
  }

  #fromFiner(key: string, address: TileAddress, levels: number): readonly TrackDensity[] | undefined {
    if (address.level === 0 || levels === 0) return undefined
    const [left, right] = childrenOf(address).map(
      (child) => this.#density.get(key, child) ?? this.#fromFiner(key, child, levels - 1),
    )
    return left && right && mergeTiles(left, right, TILE_BUCKETS)
  }

  #nearest<Data>(cache: TileCache<readonly Data[]>, key: string, address: TileAddress): readonly Data[] {
    const here = cache.get(key, address)
    if (here) return here
    if (address.level > 0) {
      const below = childrenOf(address).map((child) => cache.get(key, child))
      if (below.some((tile) => tile)) return below.flatMap((tile) => tile ?? [])
    }
    let above = address
    for (let steps = 0; steps < LEVELS_UP; steps++) {
      above = parentOf(above)
      const tile = cache.get(key, above)
      if (tile) return tile
    }
    return []
  }
}

const REFRESH_MS = 200
const REFRESH_MS_MAX = 4000
/** The app counts a tile record by record: of a large one, the newest records change little, and cost much. */
const RECORDS_PER_MS = 300

/** How often a tile is asked for again while the log grows into it; never, where it cannot. */
function refreshMs(address: TileAddress, { extent, records }: Watched): number | undefined {
  if (tileTo(address) <= extent.to) return undefined
  const share = (extent.to - Math.max(tileFrom(address), extent.from)) / Math.max(1, extent.to - extent.from)
  return Math.min(Math.max(REFRESH_MS, (share * records) / RECORDS_PER_MS), REFRESH_MS_MAX)
}

const isOn = (run: RunView) => run.outcome === 'running'

const keyOf = ({ store, by, axis }: Watched) => JSON.stringify({ store, by, axis })

const runsKeyOf = ({ store, axis }: Watched) => JSON.stringify({ store, axis })
