import { VirtualTimeScheduler } from 'rxjs'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { compileFold } from '../fold/compileFold.ts'
import { FoldedLog } from '../fold/FoldedLog.ts'
import type { PlacedRecord, PlayheadError } from '../index.ts'
import { createRecords } from '../index.ts'
import { loadPacking } from '../log/packing.ts'
import { ErrorChannel } from '../store/ErrorChannel.ts'
import { LiveEnd } from '../store/LiveEnd.ts'
import { Notifier } from '../store/Notifier.ts'
import { RecordLoader } from '../store/RecordLoader.ts'
import { countingMeter } from '../work/countingMeter.ts'
import { pageTurns } from '../work/pageTurns.ts'
import { createTimeline } from './createTimeline.ts'
import { count, counter } from './timeline.fixtures.ts'

beforeAll(loadPacking)

const RECORDS = 8_192

/** A timeline of a log whose records are on the disk alone, but for the newest. Each adds 1. */
function partlyLoaded() {
  const records = createRecords(
    Array.from({ length: RECORDS }, (_, i) => ({ time: i * 100, action: counter.added(1) })),
    { client: 'c', random: () => 0 },
  )
  const log = new FoldedLog(compileFold([count]), { meter: countingMeter(0.01), seekBudgetMs: 8 })
  log.pushFolding(records)
  while (log.records.packNext());
  while (log.records.dropNext(RECORDS));
  const liveEnd = new LiveEnd(log.fold, log)
  const disk = vi.fn(async (from: number, to: number): Promise<readonly PlacedRecord[]> => records.slice(from, to + 1))
  const loader = new RecordLoader({ records: () => liveEnd.log.records, read: ({ from, to }) => disk(from, to) })
  const scheduler = new VirtualTimeScheduler()
  const reported: PlayheadError[] = []
  const timeline = createTimeline({
    liveEnd,
    notifier: new Notifier(new ErrorChannel()),
    scheduler,
    slicing: { meter: countingMeter(0.01), turns: pageTurns, sliceMs: 6 },
    loader,
    report: (error) => reported.push(error),
    origin: undefined,
    forkAt: () => {
      throw new Error('not here')
    },
  })
  return { timeline, disk, loader, scheduler, reported, viewed: () => timeline.viewed().count }
}

describe('records that are in the durable log only', () => {
  it('[TML-26] are waited for by a seek, which is seeking until they are there', async () => {
    const { timeline, disk, viewed } = partlyLoaded()
    const sought = timeline.seek(1_000)
    expect(timeline.playhead).toMatchObject({ offset: RECORDS - 1, status: 'seeking' })
    expect(viewed()).toBe(RECORDS)
    expect(await sought).toMatchObject({ offset: 1_000, status: 'parked' })
    expect(viewed()).toBe(1_001)
    expect(disk).toHaveBeenCalledTimes(1)
    expect(await timeline.step(-1)).toMatchObject({ offset: 999, status: 'parked' })
    expect(disk).toHaveBeenCalledTimes(1)
  })

  it('[TML-26] are not asked for where the state is known without them', () => {
    const { timeline, disk } = partlyLoaded()
    void timeline.seek(-1)
    expect(timeline.playhead).toMatchObject({ offset: -1, status: 'parked' })
    expect(disk).not.toHaveBeenCalled()
  })

  it('[TML-26] let the newest move win', async () => {
    const { timeline } = partlyLoaded()
    const first = timeline.seek(1_000)
    const second = timeline.seek(5_000)
    expect(await first).toMatchObject({ status: 'seeking' })
    expect(await second).toMatchObject({ offset: 5_000, status: 'parked' })
    const third = timeline.seek(3_000)
    timeline.live()
    await third
    expect(timeline.playhead.status).toBe('live')
  })

  it('[TML-26] leave the playhead where it was when they cannot be read, and say why', async () => {
    const { timeline, disk } = partlyLoaded()
    disk.mockRejectedValueOnce(new Error('The disk is gone'))
    await expect(timeline.seek(1_000)).rejects.toThrow(
      'could not be read from the durable log: The disk is gone. What is in memory goes on; try again, or reload the page. (log/not-read)',
    )
    expect(timeline.playhead.status).toBe('live')
    await timeline.seek(RECORDS - 2)
    disk.mockResolvedValueOnce([])
    await expect(timeline.seek(1_000)).rejects.toThrow('and gave 0.')
    expect(timeline.playhead).toMatchObject({ offset: RECORDS - 2, status: 'parked' })
    expect(await timeline.seek(1_000)).toMatchObject({ offset: 1_000 })
  })

  it('[TML-26] are loaded once for two who want them', async () => {
    const { loader, disk } = partlyLoaded()
    await Promise.all([loader.load({ from: 0, to: 100 }), loader.load({ from: 5, to: 7 })])
    expect(disk).toHaveBeenCalledTimes(1)
    await loader.load({ from: 0, to: 1_023 })
    expect(disk).toHaveBeenCalledTimes(1)
    await loader.load({ from: 0, to: RECORDS - 1 })
    expect(loader.has({ from: 0, to: RECORDS - 1 })).toBe(true)
  })

  it('[TML-26] are played when they have come', async () => {
    const { timeline, scheduler } = partlyLoaded()
    timeline.play({ from: 1_000 })
    expect(timeline.playhead.status).toBe('seeking')
    await vi.waitFor(() => expect(timeline.playhead).toMatchObject({ offset: 1_000, status: 'playing' }))
    scheduler.maxFrames = 250
    scheduler.flush()
    expect(timeline.playhead).toMatchObject({ offset: 1_002, status: 'playing' })
  })

  it('[TML-26] that cannot be read end a play, which is told', async () => {
    const { timeline, disk, reported } = partlyLoaded()
    disk.mockRejectedValueOnce(new Error('The disk is gone'))
    timeline.play({ from: 1_000 })
    await vi.waitFor(() => expect(reported).toMatchObject([{ code: 'log/not-read' }]))
    expect(timeline.playhead.status).toBe('live')
  })

  it('[TML-26] are loaded by a run and by a search when they come there', async () => {
    const { timeline } = partlyLoaded()
    expect(await timeline.runUntil((view) => view.get(count) === 3_000, { from: 100 })).toMatchObject({ offset: 2_999 })
    const found: number[] = []
    for await (const { record } of timeline.blame(count, { from: RECORDS - 1 })) found.push(record.offset)
    expect(found).toEqual(Array.from({ length: RECORDS }, (_, i) => RECORDS - 1 - i))
  })

  it('[TML-26] cannot be compared without them', () => {
    const { timeline } = partlyLoaded()
    expect(() => timeline.diff(1_000, 5_000)).toThrow('(timeline/not-loaded)')
  })
})
