import { stateHash } from '../codec/stateHash.ts'
import type { PlayheadError } from '../error/PlayheadError.ts'
import { compileFold } from '../fold/compileFold.ts'
import { FOLDED_LOG_DEFAULTS, FoldedLog } from '../fold/FoldedLog.ts'
import { action, createActions, createSlice, table } from '../index.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { CheckpointUse } from '../log/LogCheckpoints.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import { countingMeter } from '../work/countingMeter.ts'
import { finish } from '../work/finish.ts'
import { happened, upTo } from './contractRecords.ts'
import { RecordingReader } from './RecordingReader.ts'
import type { TestFunctions } from './TestFunctions.ts'

const rows = createSlice('rows', table<string, { readonly n: number }>(), (on) => [
  on(createActions('contract', { happened: action<{ n: number }>() }).happened, (state, { payload: { n } }) => {
    state.set(`row ${n % 2_000}`, { n })
  }),
])

/** The part of the contract for logs that keep checkpoints. */
export function checkpointContract({ it, expect }: TestFunctions, newStorage: () => () => EventLog): void {
  it('[LOG-20] begins at a checkpoint: hands over what is behind it, and the rest when it is asked for', async () => {
    const makeLog = newStorage()
    await inPage(makeLog, 'a', async (page) => {
      await page.append(4_500)
      await page.keep()
      await page.append(30)
    })
    await inPage(makeLog, 'a', async (page) => {
      expect([page.told, page.log.head]).toEqual([[], 4_529])
      expect([page.log.records.has(0, 0), page.log.records.has(4_000, 4_529)]).toEqual([false, true])
      expect(page.hash).toEqual(hashAfter(4_530))
      const [first] = (await page.source.read?.(0, 2)) ?? []
      expect(first).toEqual({ ...happened(0), offset: 0 })
      await page.append(5)
    })
    await inPage(makeLog, 'b', async (page) => {
      expect(page.told.map(({ code }) => code)).toEqual(['log/checkpoint-ignored'])
      expect([page.log.records.has(0, 4_534), page.hash]).toEqual([true, hashAfter(4_535)])
    })
  })

  it('[LOG-21] gives each of many checkpoints that it was not told to let go of, all over the past', async () => {
    const makeLog = newStorage()
    await inPage(makeLog, 'a', async (page) => {
      for (let n = 0; n < 20; n++) {
        await page.append(2_100)
        await page.keep()
      }
    })
    await inPage(makeLog, 'a', async (page) => {
      expect([page.told, page.log.head, page.hash]).toEqual([[], 41_999, hashAfter(42_000)])
      for (const offset of [40_000, 20_000, 3_000]) {
        await page.use.approach(offset)
        const { offset: at, state } = page.log.checkpointBefore(offset)
        expect([at < 0 || offset - at < 10_500, stateHash(state.rows)]).toEqual([true, hashAfter(at + 1)])
      }
      expect(page.told).toEqual([])
    })
  })
}

interface Page {
  readonly source: EventLog
  readonly use: CheckpointUse
  readonly told: readonly PlayheadError[]
  readonly log: FoldedLog
  readonly hash: string
  append(count: number): Promise<void>
  /** Stores a checkpoint now. */
  keep(): Promise<void>
}

async function inPage(makeLog: () => EventLog, build: string, use: (page: Page) => Promise<void>): Promise<void> {
  const source = makeLog()
  try {
    await use(await pageOf(source, build))
  } finally {
    await source.close()
  }
}

/** What a store makes of a log, without the store. */
async function pageOf(source: EventLog, build: string): Promise<Page> {
  const fold = compileFold([rows])
  const told: PlayheadError[] = []
  const reader = new RecordingReader()
  const budgets = { ...FOLDED_LOG_DEFAULTS, meter: countingMeter(0.01) }
  let log = new FoldedLog(fold, budgets)
  const use = source.checkpoints?.usedBy({
    reader,
    build,
    slices: [rows],
    fold,
    budgets,
    log: () => log,
    upToDate: (stored) => stored,
    durableTo: () => log.head,
    report: (problem) => told.push(problem),
  })
  if (!use) throw new Error(`Log "${source.name}" keeps no checkpoints.`)
  const opening = await use.open()
  if (!opening) throw new Error('What reads checkpoints could not be loaded.')
  log = finish(opening.fold())
  reader.whenPlaced = (records: readonly PlacedRecord[]) => log.pushFolding(records)
  return {
    source,
    use,
    told,
    get log() {
      return log
    },
    get hash() {
      return stateHash(log.newest.state.rows)
    },
    async append(count) {
      const next = log.head + 1
      source.append(upTo(count).map((n) => happened(next + n)))
      await source.flush()
    },
    async keep() {
      const work = use.due()
      if (work) finish(work)
      await use.settled()
    },
  }
}

/** Of the rows after so many records. */
function hashAfter(records: number): string {
  const log = new FoldedLog(compileFold([rows]))
  log.pushFolding(upTo(records).map((n) => ({ ...happened(n), offset: n }) as PlacedRecord))
  return stateHash(log.newest.state.rows)
}
