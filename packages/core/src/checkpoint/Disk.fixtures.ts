import { compileFold } from '../fold/compileFold.ts'
import { FoldedLog } from '../fold/FoldedLog.ts'
import type { AnySlice, EventLog, LogReader, PlacedRecord, StoredCheckpoint } from '../index.ts'
import { logCheckpoints, place } from '../index.ts'
import { memoryCheckpoints } from '../log/memoryCheckpoints.ts'
import { finish } from '../work/finish.ts'
import { sliceStates } from './CheckpointKeeper.ts'
import { packCheckpoint } from './packCheckpoint.ts'

/** A durable log whose disk can be looked into: what it was asked to read, what is stored. */
export class Disk {
  records: PlacedRecord[]
  readonly storage = memoryCheckpoints({ checkpoints: [], blocks: new Map() })
  /** Ranges that were read, those of openings included. */
  reads: string[] = []
  isFull = false

  constructor(records: readonly PlacedRecord[] = []) {
    this.records = [...records]
  }

  /** A log as a page that opens it now has it. */
  log(): EventLog {
    let reader: LogReader | undefined
    const read = async (from: number, to = this.records.length - 1) => {
      this.reads.push(`${from}–${to}`)
      return this.records.slice(from, to + 1)
    }
    const { storage } = this
    return {
      name: 'disk',
      durable: true,
      async open(opener) {
        reader = opener
        return read(0)
      },
      append: (records) => {
        const placed = records.map((record) => {
          const at = place(record, this.records.length, this.records.at(-1)?.time ?? 0)
          this.records.push(at)
          return at
        })
        queueMicrotask(() => {
          reader?.placed(placed)
          reader?.durable((placed.at(-1) as PlacedRecord).offset)
        })
      },
      read,
      flush: async () => {},
      close: async () => {
        reader = undefined
      },
      checkpoints: logCheckpoints(
        {
          ...storage,
          write: async (...written) => {
            if (this.isFull) throw new Error('the disk is full')
            await storage.write(...written)
          },
        },
        {
          read,
          openFrom: async (opener, from) => {
            await undefined
            reader = opener
            return { records: await read(await from(this.records.length - 1)) }
          },
        },
      ),
    }
  }

  /** Stores a checkpoint as a page would have that saw the records up to `offset`. */
  keep(slices: readonly AnySlice[], offset: number, build = '1'): StoredCheckpoint {
    const log = new FoldedLog(compileFold(slices))
    log.pushFolding(this.records.slice(0, offset + 1))
    const parts = {
      offset,
      build,
      id: (this.records[offset] as PlacedRecord).id,
      slices: sliceStates(slices, log.newest.state),
      voids: log.voids.list(0, offset),
      records: log.records,
      fullOutlines: [],
    }
    const { checkpoint, fresh } = finish(packCheckpoint(parts, new Set()))
    void this.storage.write(checkpoint, fresh, [])
    return checkpoint
  }

  async offsets(): Promise<readonly number[]> {
    return (await this.storage.list()).map(({ offset }) => offset)
  }

  /** Offsets of the stored checkpoints, with their builds. */
  async kept(): Promise<readonly string[]> {
    return (await this.storage.list()).map(({ offset, build }) => `${offset} ${build}`)
  }
}
