import type { TileAddress } from './tileGrid.ts'

/** A tile that has come, or a question that is on its way. */
interface Kept<Data> {
  data: Data | undefined
  refused: Error | undefined
  /** What the world was when it was asked for, see {@link TileCache.want}. */
  version: number
  askedAtMs: number
  usedAt: number
  asking: boolean
}

export interface TileCache<Data> {
  /** What has come so far, up to date or not. */
  get(key: string, address: TileAddress): Data | undefined
  /**
   * Says which tiles are wanted from now on, the most important first. Those that are missing, or stale, are asked for,
   * a few at a time; what was wanted before and not yet asked for is forgotten.
   *
   * @param version counts up when the app has changed: a tile with `everyMs` is asked for again then
   */
  want(tiles: readonly Wanted[], version: number, nowMs: number): void
  /** A wanted tile that has never come is on its way. */
  readonly waiting: boolean
  /** Why the newest answer was a refusal; `undefined` once an answer comes. */
  readonly refused: Error | undefined
  /** Forgets refusals, so that the tiles are asked for again. */
  retry(): void
}

export interface Wanted {
  readonly key: string
  readonly address: TileAddress
  /** Where it is not complete, for the log can still grow into it: how often it is asked for again at most. */
  readonly everyMs: number | undefined
}

/**
 * Keeps tiles of data, the last used ones when there are too many, and asks for those that are wanted.
 * An answer to a question that nobody wants any more is kept: it may be wanted again.
 */
export function createTileCache<Data>(options: {
  ask(key: string, address: TileAddress): Promise<Data>
  /** Something came: look again. */
  came(): void
  /** Changing tiles are looked at again after so many milliseconds. */
  later(ms: number): void
  readonly tilesMax?: number
  readonly asksMax?: number
}): TileCache<Data> {
  const { ask, came, later, tilesMax = 160, asksMax = 4 } = options
  const tiles = new Map<string, Kept<Data>>()
  let wanted: readonly Wanted[] = []
  let version = 0
  let nowMs = 0
  let uses = 0
  let asking = 0
  let refused: Error | undefined

  const nameOf = (key: string, { level, index }: TileAddress) => `${key}/${level}/${index}`

  function askNext(): void {
    for (const each of wanted) {
      if (asking >= asksMax) return
      const name = nameOf(each.key, each.address)
      const kept = tiles.get(name)
      if (kept?.asking || kept?.refused) continue
      if (kept?.data !== undefined) {
        if (each.everyMs === undefined || kept.version === version) continue
        const dueMs = kept.askedAtMs + each.everyMs - nowMs
        if (dueMs > 0) {
          later(dueMs)
          continue
        }
      }
      request(name, each)
    }
  }

  function request(name: string, { key, address }: Wanted): void {
    const kept: Kept<Data> = tiles.get(name) ?? {
      data: undefined,
      refused: undefined,
      version,
      askedAtMs: nowMs,
      usedAt: uses,
      asking: false,
    }
    kept.asking = true
    kept.version = version
    kept.askedAtMs = nowMs
    tiles.set(name, kept)
    asking++
    const settle = (change: () => void) => {
      asking--
      kept.asking = false
      change()
      forget()
      askNext()
      came()
    }
    ask(key, address).then(
      (data) =>
        settle(() => {
          kept.data = data
          refused = undefined
        }),
      (error: Error) =>
        settle(() => {
          kept.refused = error
          refused = error
        }),
    )
  }

  function forget(): void {
    if (tiles.size <= tilesMax) return
    const needed = new Set(wanted.map((each) => nameOf(each.key, each.address)))
    const oldest = [...tiles]
      .filter(([name, kept]) => !kept.asking && !needed.has(name))
      .sort(([, one], [, other]) => one.usedAt - other.usedAt)
    for (const [name] of oldest.slice(0, tiles.size - tilesMax)) tiles.delete(name)
  }

  return {
    get(key, address) {
      const kept = tiles.get(nameOf(key, address))
      if (kept) kept.usedAt = uses
      return kept?.data
    },
    want(next, newVersion, now) {
      wanted = next
      version = newVersion
      nowMs = now
      uses++
      askNext()
    },
    get waiting() {
      return wanted.some((each) => {
        const kept = tiles.get(nameOf(each.key, each.address))
        return kept?.data === undefined && kept?.refused === undefined
      })
    },
    get refused() {
      return refused
    },
    retry() {
      refused = undefined
      for (const [name, kept] of tiles) {
        kept.refused = undefined
        if (kept.data === undefined && !kept.asking) tiles.delete(name)
      }
      askNext()
    },
  }
}
