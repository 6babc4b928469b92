import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { bankRecords, recordsOf } from '../pack/segment.fixtures.ts'
import { finish } from '../work/finish.ts'
import type { PlacedRecord } from './LogRecord.ts'
import { loadPacking } from './packing.ts'
import { recordId } from './RecordId.ts'
import { RecordList } from './RecordList.ts'

/** Of small payloads. */
const CHUNK_RECORDS = 1_024
const N = 5 * CHUNK_RECORDS + 100
const all = bankRecords(N)
const anyPlace = fc.integer({ min: -1, max: N - 1 })

beforeAll(loadPacking)

describe('RecordList', () => {
  it('[RCL-4] leaves records as they are until what packs them is loaded', async () => {
    vi.resetModules()
    const { RecordList: Unloaded } = await import('./RecordList.ts')
    const { loadPacking: load } = await import('./packing.ts')
    const list = new Unloaded()
    for (const record of all) list.push(record)
    expect([list.waits, list.packNext()]).toEqual([true, false])
    await load()
    expect(list.packNext()).toBe(true)
    expect(list.at(0)).toEqual(all[0])
  })

  it('[RCL-1] has the same records in the same places, whether or not they are packed', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant('pack'), anyPlace), { maxLength: 30 }), (happenings) => {
        const list = listOf(all)
        for (const happening of happenings) {
          if (typeof happening === 'string') list.packNext()
          else {
            expect(list.at(happening)).toEqual(all[happening])
            if (happening >= 0) expect(list.timeAt(happening)).toBe(all[happening]?.time)
          }
        }
        expect(list.length).toBe(N)
      }),
    )
  })

  it('[RCL-1] walks from place to place in both directions, over packed records and others', () => {
    const list = packed(listOf(all))
    fc.assert(
      fc.property(anyPlace, anyPlace, (from, to) => {
        const wanted = all.slice(Math.max(from, 0), to + 1)
        expect([...list.range(from, to)]).toEqual(wanted)
        expect([...list.range(from, to, { newestFirst: true })]).toEqual(wanted.toReversed())
      }),
      { numRuns: 30 },
    )
    expect([...list.range(-10, N + 10)]).toHaveLength(N)
    expect([...list.range(7, 6)]).toEqual([])
  })

  it('[RCL-1] has nothing before its first record and behind its last', () => {
    const list = packed(listOf(all))
    expect([-1, N, 10 * N, 0.5].map((place) => list.at(place))).toEqual([undefined, undefined, undefined, undefined])
    expect(new RecordList().at(0)).toBeUndefined()
  })

  it('[RCL-8] takes records of another list at other offsets, and shares those that are packed', () => {
    const list = packed(listOf(all))
    fc.assert(
      fc.property(anyPlace, anyPlace, fc.integer({ min: 0, max: N }), (shared, from, length) => {
        const branch = list.upTo(shared)
        const [first, to] = [Math.max(0, from), Math.min(N - 1, Math.max(0, from) + length - 1)]
        finish(branch.taking(list, first, to))
        const wanted = [...all.slice(0, shared + 1), ...all.slice(first, to + 1)].map((record, offset) => ({
          ...record,
          offset,
        }))
        expect(branch.length).toBe(wanted.length)
        expect([...branch.range(0, branch.length - 1)]).toEqual(wanted)
        const last = wanted.at(-1)
        if (last) expect([branch.at(last.offset), branch.timeAt(last.offset)]).toEqual([last, last.time])
        if (last) branch.push({ ...last, offset: (last.offset + 1) as PlacedRecord['offset'] })
        expect(branch.at(wanted.length)?.id).toBe(last?.id)
      }),
      { numRuns: 30 },
    )
    const branch = list.upTo(9)
    finish(branch.taking(list, 11, N - 1))
    expect(branch.bytes).toBeLessThan(list.bytes * 2.2)
    expect(list.at(N - 1)).toEqual(all[N - 1])
  })

  it('[RCL-2] finds the newest record that is not later than a time, packed or not', () => {
    const times = all.map(({ time }) => time)
    const list = listOf(all)
    const check = (time: number) => {
      expect(list.offsetAt(time)).toBe(times.findLastIndex((each) => each <= time))
    }
    const anyTime = fc.integer({ min: (times[0] as number) - 10, max: (times.at(-1) as number) + 10 })
    fc.assert(fc.property(anyTime, check), { numRuns: 50 })
    packed(list)
    fc.assert(fc.property(anyTime, check), { numRuns: 50 })
    for (const place of [0, CHUNK_RECORDS - 1, CHUNK_RECORDS, N - 1]) check(times[place] as number)
    expect(new RecordList().offsetAt(5)).toBe(-1)
  })

  it('[RCL-2] takes the last of several records of one time', () => {
    const still = recordsOf(Array(3 * CHUNK_RECORDS).fill(0)).map((record) => ({ ...record, time: 7 }))
    const list = packed(listOf(still))
    expect([list.offsetAt(6), list.offsetAt(7), list.offsetAt(8)]).toEqual([
      -1,
      3 * CHUNK_RECORDS - 1,
      3 * CHUNK_RECORDS - 1,
    ])
  })

  it('[RCL-3] keeps a branch apart, and shares what is packed with it', () => {
    fc.assert(
      fc.property(anyPlace, fc.nat(6), fc.nat(6), (place, before, after) => {
        const list = listOf(all)
        for (let n = 0; n < before; n++) list.packNext()
        const branch = list.upTo(place)
        for (let n = 0; n < after; n++) list.packNext()
        const [own] = bankRecords(1, place + 1) as [PlacedRecord]
        branch.push({ ...own, type: 'bank/forked' })
        expect(branch.length).toBe(place + 2)
        expect([...branch.range(0, place)]).toEqual(all.slice(0, place + 1))
        expect(branch.at(place + 1)?.type).toBe('bank/forked')
        expect([...list.range(place, place + 3)]).toEqual(all.slice(Math.max(place, 0), place + 4))
      }),
      { numRuns: 20 },
    )
  })

  it('[RCL-4] packs the oldest chunk first, one at a time, and leaves the newest as they are', () => {
    const list = listOf(all)
    const newest = list.at(3 * CHUNK_RECORDS)
    const before = list.bytes
    expect(list.waits).toBe(true)
    expect([list.packNext(), list.packNext(), list.packNext(), list.packNext()]).toEqual([true, true, true, false])
    expect(list.waits).toBe(false)
    expect(list.at(3 * CHUNK_RECORDS)).toBe(newest)
    expect(list.at(0)).not.toBe(all[0])
    expect(list.at(0)).toEqual(all[0])
    expect(list.bytes).toBeLessThan(before)
  })

  it('[RCL-4] packs in slices of one chunk', () => {
    expect([...listOf(all).packing()]).toEqual([CHUNK_RECORDS, CHUNK_RECORDS, CHUNK_RECORDS])
  })

  it('[RCL-4] packs by itself where too many records wait because nothing was ever idle', () => {
    const list = listOf(bankRecords(80 * CHUNK_RECORDS))
    expect(list.bytes).toBeLessThan(listOf(all).bytes * (80 / 5))
    expect(finishedChunks(list)).toBeLessThan(70)
  })

  it('[RCL-4] packs fewer records at a time where payloads are large', () => {
    const rows = (n: number) => ({ rows: Array.from({ length: 100 }, (_, row) => ({ id: `${n}-${row}`, minor: row })) })
    const records = recordsOf(Array.from({ length: 1_200 }, (_, n) => (n < 600 ? rows(n) : n)))
    const list = listOf(records)
    for (const packedAtOnce of list.packing()) expect(packedAtOnce).toBeLessThan(400)
    expect([...list.range(0, 1_200)]).toEqual(records)
    expect(records.map(({ offset }) => list.at(offset))).toEqual(records)
    expect([...list.upTo(700).range(0, 1_200)]).toEqual(records.slice(0, 701))
    expect(list.offsetAt((records[599] as PlacedRecord).time)).toBe(599)
  })

  it('[RCL-4] leaves records as they are that cannot be packed', () => {
    const listen = () => 1
    const records = recordsOf(Array(4 * CHUNK_RECORDS).fill(0)).map((record, at) =>
      at === 9 ? { ...record, payload: listen } : record,
    )
    const list = packed(listOf(records))
    expect(list.at(9)?.payload).toBe(listen)
    expect(list.at(CHUNK_RECORDS)).not.toBe(records[CHUNK_RECORDS])
    expect(list.at(CHUNK_RECORDS)).toEqual(records[CHUNK_RECORDS])
  })

  it('[RCL-5] unpacks neighbours once, and keeps few', () => {
    const list = packed(listOf(bankRecords(20 * CHUNK_RECORDS)))
    expect(list.at(5)).toBe(list.at(5))
    expect(list.around(5)?.records).toBe(list.around(CHUNK_RECORDS - 1)?.records)
    const first = list.at(5)
    const branch = list.upTo(3 * CHUNK_RECORDS)
    expect(branch.at(5)).toBe(first)
    const { bytes } = list
    for (let place = 0; place < list.length; place += CHUNK_RECORDS) list.at(place)
    expect(list.at(5)).not.toBe(first)
    expect(list.bytes).toBeLessThan(bytes + 10 * CHUNK_RECORDS * 400)
  })

  it('[RCL-5] makes no payloads for times, types and ids', () => {
    const list = packed(listOf(all))
    const { bytes } = list
    list.timeAt(70)
    list.offsetAt(all[80]?.time as number)
    expect([...list.offsetsOf(new Set(['bank/renamed']), 0, 50)]).toEqual(offsetsOf('bank/renamed', 0, 50))
    expect(list.offsetOf(recordId('0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b', 90))).toBe(90)
    expect(list.bytes).toBe(bytes)
  })

  it('[RCL-6] finds records by type, in both directions, packed or not', () => {
    const list = listOf(all)
    fc.assert(
      fc.property(anyPlace, anyPlace, fc.nat(4), (from, to, packs) => {
        for (let n = 0; n < packs; n++) list.packNext()
        const types = new Set(['bank/settled', 'bank/unheard'])
        expect([...list.offsetsOf(types, from, to)]).toEqual(offsetsOf('bank/settled', from, to))
        expect([...list.offsetsOf(types, from, to, { newestFirst: true })]).toEqual(
          offsetsOf('bank/settled', from, to).toReversed(),
        )
      }),
      { numRuns: 30 },
    )
    expect([...list.offsetsOf(new Set(['bank/unheard']), 0, N)]).toEqual([])
  })

  it('[RCL-6] finds a record by its id, packed or not', () => {
    const list = listOf(all)
    packed(list)
    for (const place of [0, CHUNK_RECORDS, 3 * CHUNK_RECORDS + 1, N - 1]) {
      expect(list.offsetOf((all[place] as PlacedRecord).id)).toBe(place)
      expect(list.offsetOf(recordId('somebody', place))).toBe(-1)
    }
    expect(list.offsetOf(recordId('0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b', N))).toBe(-1)
  })

  it('[RCL-7] drops packed records that the log has as durable, and no others', () => {
    const list = packed(listOf(all))
    expect(list.dropNext(CHUNK_RECORDS - 2)).toBe(false)
    expect(list.dropNext(CHUNK_RECORDS - 1)).toBe(true)
    expect(list.dropNext(CHUNK_RECORDS - 1)).toBe(false)
    expect(list.at(5)).toBeUndefined()
    expect(list.at(CHUNK_RECORDS)).toEqual(all[CHUNK_RECORDS])
    expect([list.dropNext(N), list.dropNext(N), list.dropNext(N)]).toEqual([true, true, false])
    expect(list.at(3 * CHUNK_RECORDS)).toBe(all[3 * CHUNK_RECORDS])
    expect(list.length).toBe(N)
  })

  it('[RCL-7] knows which records it has dropped, when they were recorded, and of which types', () => {
    const list = packed(listOf(all))
    list.dropNext(N)
    list.dropNext(N)
    expect(list.missing(0, N)).toEqual([{ from: 0, to: 2 * CHUNK_RECORDS - 1 }])
    expect(list.missing(CHUNK_RECORDS + 5, 2 * CHUNK_RECORDS)).toEqual([
      { from: CHUNK_RECORDS, to: 2 * CHUNK_RECORDS - 1 },
    ])
    expect([list.has(0, 0), list.has(2 * CHUNK_RECORDS, N), list.has(-1, -1)]).toEqual([false, true, true])
    expect(list.timeAt(700)).toBe(all[700]?.time)
    expect(list.offsetAt(all[700]?.time as number)).toBe(
      all.findLastIndex(({ time }) => time <= (all[700]?.time as number)),
    )
    expect([...list.offsetsOf(new Set(['bank/unheard']), 0, N)]).toEqual([])
  })

  it('[RCL-7] refuses a walk over records that it has dropped', () => {
    const list = packed(listOf(all))
    list.dropNext(N)
    expect(() => [...list.range(1_000, 2_000)]).toThrow('Cannot read the records from offset 1000 to 2000')
    expect(() => [...list.offsetsOf(new Set(['bank/posted']), 0, 9)]).toThrow('timeline/not-loaded')
    expect(() => list.upTo(5)).toThrow('timeline/not-loaded')
    expect([...list.range(CHUNK_RECORDS, CHUNK_RECORDS + 2)]).toEqual(all.slice(CHUNK_RECORDS, CHUNK_RECORDS + 3))
  })

  it('[RCL-7] takes dropped records back, packs them again, and drops them last', () => {
    const list = packed(listOf(all))
    while (list.dropNext(N));
    list.fill(all.slice(10, 2 * CHUNK_RECORDS + 10))
    expect(list.missing(0, N)).toEqual([
      { from: 0, to: CHUNK_RECORDS - 1 },
      { from: 2 * CHUNK_RECORDS, to: 3 * CHUNK_RECORDS - 1 },
    ])
    list.fill(all.slice(0, 3 * CHUNK_RECORDS))
    expect([...list.range(0, N)]).toEqual(all)
    packed(list)
    list.fill(all)
    list.dropNext(N)
    expect(list.missing(0, N)).toEqual([{ from: CHUNK_RECORDS, to: 2 * CHUNK_RECORDS - 1 }])
  })

  it('[RCL-7] drops nothing from a branch', () => {
    const list = packed(listOf(all))
    const branch = list.upTo(N - 1)
    while (list.dropNext(N));
    expect([...branch.range(0, N)]).toEqual(all)
  })
})

function listOf(records: readonly PlacedRecord[]): RecordList {
  const list = new RecordList()
  for (const record of records) list.push(record)
  return list
}

function packed(list: RecordList): RecordList {
  finish(list.packing())
  return list
}

function finishedChunks(list: RecordList): number {
  let chunks = 0
  while (list.packNext()) chunks++
  return chunks
}

const offsetsOf = (type: string, from: number, to: number): readonly number[] =>
  all
    .filter((record) => record.type === type && record.offset >= from && record.offset <= to)
    .map(({ offset }) => offset)
