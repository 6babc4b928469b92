import type { PlacedRecord, PlayheadError } from '@playhead/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRow } from './checkRow.ts'
import { happened, journalOf } from './records.fixtures.ts'
import { WriteQueue } from './WriteQueue.ts'

describe('WriteQueue', () => {
  it('[IDB-1] writes all that one task appends as one', async () => {
    const { queue, disk } = setUp()
    queue.append([happened(0)])
    queue.append([happened(1), happened(2)])
    expect(disk.running).toHaveLength(0)
    await Promise.resolve()
    expect(disk.running.map(ids)).toEqual([['test.0', 'test.1', 'test.2']])
  })

  it('[IDB-1] writes what is appended during a write together, after it', async () => {
    const { queue, disk, stored } = setUp()
    queue.append([happened(0)])
    await Promise.resolve()
    queue.append([happened(1)])
    await Promise.resolve()
    queue.append([happened(2)])
    await Promise.resolve()
    expect(disk.running.map(ids)).toEqual([['test.0']])
    await disk.complete()
    expect(ids(stored)).toEqual(['test.0'])
    expect(disk.running.map(ids)).toEqual([['test.1', 'test.2']])
  })

  it('[IDB-2] tells of a record when its write has completed, and not before', async () => {
    const { queue, disk, stored } = setUp()
    queue.append([happened(0)])
    await Promise.resolve()
    expect(stored).toEqual([])
    await disk.complete()
    expect(stored).toEqual([{ ...happened(0), offset: 0 }])
  })

  it('[IDB-3] writes at once when it is told to, in the task of the append', () => {
    const { queue, disk } = setUp()
    queue.append([happened(0)])
    queue.writeNow()
    expect(disk.running.map(ids)).toEqual([['test.0']])
  })

  it('[IDB-3] does not wait for the write that is running: the next one carries both', async () => {
    const { queue, disk, stored } = setUp()
    queue.append([happened(0)])
    queue.writeNow()
    queue.append([happened(1)])
    queue.writeNow()
    expect(disk.running.map(ids)).toEqual([['test.0'], ['test.0', 'test.1']])
    await disk.fail()
    await disk.complete()
    expect(ids(stored)).toEqual(['test.0', 'test.1'])
  })

  it('[IDB-3] waits for it where another tab could have written in between', () => {
    const { queue, disk } = setUp({ exclusive: false })
    queue.append([happened(0)])
    queue.writeNow()
    queue.append([happened(1)])
    queue.writeNow()
    expect(disk.running.map(ids)).toEqual([['test.0']])
  })

  it('[IDB-3] begins no write when nothing is waiting', () => {
    const { queue, disk } = setUp()
    queue.writeNow()
    expect(disk.running).toEqual([])
  })

  it('[IDB-5] tries a write that failed once more before it tells anybody', async () => {
    const { queue, disk, stored, errors } = setUp()
    queue.append([happened(0)])
    await Promise.resolve()
    await disk.fail()
    expect(disk.running.map(ids)).toEqual([['test.0']])
    await disk.complete()
    expect(ids(stored)).toEqual(['test.0'])
    expect(errors).toEqual([])
  })

  it('[IDB-6] says what is pending when the second try fails, and rests until the next append', async () => {
    const { queue, disk, stored, errors } = setUp()
    queue.append([happened(0), happened(1, { type: 'test/other' })])
    const flushed = queue.flush()
    const rejected = expect(flushed).rejects.toMatchObject({ code: 'indexeddb/write-failed' })
    await disk.fail()
    await disk.fail()
    await rejected
    expect(errors.map(({ message }) => message)).toEqual([
      'Log "test" could not store 2 records, from "test/happened" (test.0) to "test/other" (test.1): QuotaExceededError: the disk is full. They stay in this page, and are tried again with the next append or flush. Do not close the page before that; if the disk is full, free some space. (indexeddb/write-failed)',
    ])
    expect(disk.running).toEqual([])
    queue.append([happened(2)])
    await Promise.resolve()
    await disk.complete()
    expect(ids(stored)).toEqual(['test.0', 'test.1', 'test.2'])
  })

  it('[IDB-6] tells of another tab by name when a row is there already', async () => {
    const { queue, disk, errors } = setUp({ exclusive: false })
    queue.append([happened(0)])
    await Promise.resolve()
    const conflict = new DOMException('Key already exists', 'ConstraintError')
    await disk.fail(conflict)
    await disk.fail(conflict)
    expect(errors.map(({ code }) => code)).toEqual(['indexeddb/open-elsewhere'])
  })

  it('[IDB-4] has stored a prefix of what was appended, whenever the page ends and whatever failed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40 }), fc.infiniteStream(fc.boolean()), async (events, fates) => {
        const { queue, disk, stored } = setUp()
        const appended: string[] = []
        for (const happening of events) {
          if (happening === 'append') {
            const record = happened(appended.length)
            appended.push(record.id)
            queue.append([record])
          } else if (happening === 'leave') queue.writeNow()
          else if (happening === 'complete') await disk.complete()
          else if (happening === 'fail') await disk.fail()
          else await Promise.resolve()
        }
        // The page ends: writes that run complete or not, and nobody is told.
        disk.end(() => fates.next().value)
        const left = disk.read()
        expect(ids(left)).toEqual(appended.slice(0, left.length))
        expect(ids(left).slice(0, stored.length)).toEqual(ids(stored))
      }),
    )
  })

  it('[IDB-4] knows all that may not be stored as the page ends, whatever was and is still written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40 }), fc.infiniteStream(fc.boolean()), async (events, fates) => {
        const { queue, disk, stored } = setUp()
        const texts = new Map<string, string>()
        let appended = 0
        for (const happening of [...events, 'leave']) {
          if (happening === 'append') queue.append([happened(appended++)])
          else if (happening === 'leave') {
            queue.writeNow()
            journalOf(texts).keep(queue.unstored, stored.at(-1))
          } else if (happening === 'complete') await disk.complete()
          else if (happening === 'fail') await disk.fail()
          else await Promise.resolve()
        }
        disk.end(() => fates.next().value)
        const left = disk.read()
        const all = [...left, ...journalOf(texts).goingOnFrom(left)]
        expect(all).toEqual(Array.from({ length: appended }, (_, n) => ({ ...happened(n), offset: n })))
      }),
    )
  })

  it('[IDB-4] stores everything in order once writes work again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
        const { queue, disk, stored } = setUp()
        let appended = 0
        for (const happening of events) {
          if (happening === 'append') queue.append([happened(appended++)])
          else if (happening === 'leave') queue.writeNow()
          else if (happening === 'complete') await disk.complete()
          else if (happening === 'fail') await disk.fail()
          else await Promise.resolve()
        }
        disk.works = true
        await disk.complete()
        await queue.flush()
        expect(ids(stored)).toEqual(Array.from({ length: appended }, (_, n) => `test.${n}`))
        expect(disk.read()).toEqual(stored)
      }),
    )
  })
})

const event = fc.constantFrom('append', 'append', 'leave', 'complete', 'fail', 'task ends')

const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id)

function setUp({ exclusive = true } = {}) {
  const disk = new Disk()
  const stored: PlacedRecord[] = []
  const errors: PlayheadError[] = []
  const queue = new WriteQueue({
    name: 'test',
    head: -1,
    lastTime: 0,
    exclusive,
    write: (records) => disk.write(records),
    stored: (records) => stored.push(...records),
    failed: (error) => errors.push(error),
  })
  return { queue, disk, stored, errors }
}

interface Write {
  readonly records: readonly PlacedRecord[]
  readonly resolve: () => void
  readonly reject: (thrown: unknown) => void
}

/** Rows under the offset of their first record; writes take effect in the order in which they began. */
class Disk {
  readonly #rows = new Map<number, readonly PlacedRecord[]>()
  #writes: Write[] = []
  /** Whether writes complete by themselves. */
  works = false

  get running(): readonly (readonly PlacedRecord[])[] {
    return this.#writes.map(({ records }) => records)
  }

  write(records: readonly PlacedRecord[]): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#writes.push({ records, resolve, reject })
    if (this.works) void this.complete()
    return promise
  }

  /** The oldest running write completes, or all of them where the disk works. */
  async complete(): Promise<void> {
    do {
      const write = this.#writes.shift()
      if (!write) return
      this.#put(write)
      write.resolve()
      await settled()
    } while (this.works)
  }

  async fail(thrown: unknown = new DOMException('the disk is full', 'QuotaExceededError')): Promise<void> {
    this.#writes.shift()?.reject(thrown)
    await settled()
  }

  end(completes: () => boolean): void {
    for (const write of this.#writes.splice(0)) if (completes()) this.#put(write)
  }

  /** What a page that opens this finds. */
  read(): readonly PlacedRecord[] {
    const records: PlacedRecord[] = []
    for (const [key, row] of [...this.#rows].sort(([a], [b]) => a - b)) {
      expect(checkRow(key, row, records.at(-1))).toBeUndefined()
      records.push(...row)
    }
    return records
  }

  #put({ records }: Write): void {
    const [first] = records
    if (first) this.#rows.set(first.offset, records)
  }
}

/** Lets everything that follows from a settled promise happen. */
async function settled(): Promise<void> {
  for (let i = 0; i < 5; i++) await Promise.resolve()
}
