import 'fake-indexeddb/auto'
import { eventLogContract } from '@playhead/core/testing'
import { forceCloseDatabase } from 'fake-indexeddb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { databaseName } from './database.ts'
import { indexedDbLog } from './indexedDbLog.ts'
import { ROW_RECORDS_MAX } from './putRows.ts'
import { happened, Listener, newLogName, placedRecords, rawDatabase, rawRows, tamper } from './records.fixtures.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('indexedDbLog', () => {
  eventLogContract(
    { describe, it, expect },
    {
      durable: true,
      reads: true,
      checkpoints: true,
      newStorage: () => {
        const name = newLogName()
        return () => indexedDbLog(name)
      },
      breakWrites: () => {
        const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
          throw new DOMException('the disk is full', 'QuotaExceededError')
        })
        return () => put.mockRestore()
      },
    },
  )

  it('[IDB-1] stores what one task appends in one row, under its first offset', async () => {
    const { name, log } = await opened()
    log.append([happened(0)])
    log.append([happened(1), happened(2)])
    await log.flush()
    log.append([happened(3)])
    await log.close()
    const rows = await rawRows(name)
    expect(Object.entries(rows).map(([key, row]) => [key, row.length])).toEqual([
      ['0', 3],
      ['3', 1],
    ])
  })

  it('[IDB-1] cuts a large batch into rows that are stored together', async () => {
    const { name, log, listener } = await opened()
    const count = ROW_RECORDS_MAX * 2 + 1
    log.append(Array.from({ length: count }, (_, n) => happened(n)))
    await log.close()
    expect(Object.keys(await rawRows(name)).map(Number)).toEqual([0, ROW_RECORDS_MAX, ROW_RECORDS_MAX * 2])
    expect(listener.told).toEqual([expect.stringMatching(/^placed 0 1 2 /), `durable ${count - 1}`])
    const again = indexedDbLog(name)
    expect(await again.open(new Listener())).toHaveLength(count)
    await again.close()
  })

  it('[IDB-2] leaves a record pending until its transaction has completed, then tells first where, then that it is safe', async () => {
    const { log, listener } = await opened()
    log.append([happened(0)])
    expect(listener.told).toEqual([])
    await Promise.resolve()
    expect(listener.told).toEqual([])
    await log.flush()
    expect(listener.told).toEqual(['placed 0', 'durable 0'])
    await log.close()
  })

  it('takes what is appended while it is being opened', async () => {
    const log = indexedDbLog(newLogName())
    const listener = new Listener()
    const opening = log.open(listener)
    log.append([happened(0)])
    expect(await opening).toEqual([])
    await log.close()
    expect(listener.told).toEqual(['placed 0', 'durable 0'])
  })

  it('can be closed while it is being opened', async () => {
    const name = newLogName()
    const log = indexedDbLog(name)
    const opening = log.open(new Listener())
    await log.close()
    await opening
    const again = await opened(name)
    await again.log.close()
  })

  it.each(['relaxed', 'strict'] as const)('asks for %s transactions when told to', async (durability) => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const { log } = await opened(newLogName(), { durability })
    log.append([happened(0)])
    await log.close()
    expect(transaction).toHaveBeenCalledWith('rows', 'readwrite', { durability })
  })

  it('[IDB-5] goes on with a new connection when the browser has ended the old one', async () => {
    const connections = connectionsOpened()
    const { log, listener, name } = await opened()
    log.append([happened(0)])
    await log.flush()
    for (const connection of connections()) forceCloseDatabase(connection)
    log.append([happened(1)])
    await log.close()
    expect(listener.told).toEqual(['placed 0', 'durable 0', 'placed 1', 'durable 1'])
    expect(Object.keys(await rawRows(name))).toEqual(['0', '1'])
  })

  it('[IDB-5] goes on with a new connection when a write fails on the old one', async () => {
    const { log, listener } = await opened()
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError')
    })
    log.append([happened(0)])
    await log.close()
    expect(listener.told).toEqual(['placed 0', 'durable 0'])
  })

  it('[IDB-6] reports a payload that cannot be stored, and stores nothing of its batch', async () => {
    const { name, log, listener } = await opened()
    log.append([...Array.from({ length: ROW_RECORDS_MAX }, (_, n) => happened(n)), happened(-1, { payload: () => 1 })])
    await expect(log.flush()).rejects.toMatchObject({ code: 'indexeddb/write-failed' })
    expect(listener.errors[0]?.message).toContain('DataCloneError')
    await expect(log.close()).rejects.toMatchObject({ code: 'indexeddb/write-failed' })
    expect(await rawRows(name)).toEqual({})
  })

  it('[IDB-7] refuses a log with a missing row, and leaves it as it is', async () => {
    const name = await stored(3)
    await tamper(name, (rows) => rows.delete(1))
    const before = await rawRows(name)
    await expect(indexedDbLog(name).open(new Listener())).rejects.toMatchObject({
      code: 'indexeddb/damaged',
      message: `Log "${name}" is damaged: the row of offset 1 is missing or misplaced: the next one found has the key 2. Nothing was changed and nothing left out. Restore it from a copy, or begin anew with \`deleteLog("${name}")\`, which deletes all of it. (indexeddb/damaged)`,
    })
    expect(await rawRows(name)).toEqual(before)
  })

  it('[IDB-7] refuses a log with a malformed record', async () => {
    const name = await stored(3)
    await tamper(name, (rows) => rows.put([{ offset: 1, type: 'x' }], 1))
    await expect(indexedDbLog(name).open(new Listener())).rejects.toThrow(
      'row 1 holds at offset 1 a record with the id undefined',
    )
  })

  it('reads a log of more rows than it asks for at once', async () => {
    const name = await stored(200)
    const { log, records } = await opened(name)
    expect(records.map((record) => record.offset)).toEqual(Array.from({ length: 200 }, (_, n) => n))
    await log.close()
  })

  it('[IDB-9] shares one connection between two stores of a page, and tells each of all records', async () => {
    const name = newLogName()
    const one = await opened(name)
    one.log.append([happened(0)])
    await one.log.flush()
    const two = await opened(name)
    expect(two.records).toEqual([{ ...happened(0), offset: 0 }])
    two.log.append([happened(1)])
    await two.log.flush()
    expect(one.listener.told).toEqual(['placed 0', 'durable 0', 'placed 1', 'durable 1'])
    expect(two.listener.told).toEqual(['placed 1', 'durable 1'])
    await two.log.close()
    one.log.append([happened(2)])
    await one.log.close()
    expect(two.listener.told).toEqual(['placed 1', 'durable 1'])
    expect(Object.keys(await rawRows(name))).toEqual(['0', '1', '2'])
  })

  it('[IDB-9] takes one log object for two stores, and closes it with the second', async () => {
    const { name, log } = await opened()
    await log.open(new Listener())
    await log.close()
    log.append([happened(0)])
    await log.close()
    expect(Object.keys(await rawRows(name))).toEqual(['0'])
  })

  it.each([0, 1, 2, 3, 5, 8, 13, 21])(
    '[IDB-9] opens again what began to close %i microtasks ago',
    async (microtasks) => {
      const { name, log } = await opened()
      log.append([happened(0)])
      const closing = log.close()
      for (let i = 0; i < microtasks; i++) await Promise.resolve()
      const again = await opened(name)
      await closing
      again.log.append([happened(1)])
      await again.log.close()
      const told = [...again.records, ...again.listener.records]
      expect(told.map((record) => record.id)).toEqual(['test.0', 'test.1'])
      expect(Object.values(await rawRows(name)).flat()).toEqual(told)
    },
  )

  it('[IDB-9] tells every reader, also when one of them throws', async () => {
    const name = newLogName()
    const unhandled = vi.fn()
    const listeners = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', unhandled)
    const clumsy = indexedDbLog(name)
    const thrown = new Error('a subscriber that throws')
    await clumsy.open({
      ...new Listener(),
      placed: () => {
        throw thrown
      },
      durable() {},
      failed() {},
    })
    const { log, listener } = await opened(name)
    log.append([happened(0)])
    await log.close()
    await clumsy.close()
    expect(listener.told).toEqual(['placed 0', 'durable 0'])
    await vi.waitFor(() => expect(unhandled.mock.calls.map(([error]) => error)).toEqual([thrown]))
    process.removeAllListeners('unhandledRejection')
    for (const each of listeners) process.on('unhandledRejection', each)
  })

  it('[IDB-10] refuses a log that another tab holds, and opens it once that one lets go', async () => {
    const name = newLogName()
    const other = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    const released = navigator.locks.request(`playhead/log/${name}`, () => {
      held.resolve()
      return other.promise
    })
    await held.promise
    await expect(indexedDbLog(name).open(new Listener())).rejects.toMatchObject({
      code: 'indexeddb/open-elsewhere',
      message: expect.stringContaining('one tab at a time'),
    })
    other.resolve()
    await released
    const { log } = await opened(name)
    await log.close()
  })

  it('[IDB-11] overwrites nothing of another tab where the browser has no Web Locks', async () => {
    vi.stubGlobal('navigator', {})
    const { name, log, listener } = await opened()
    log.append([happened(0)])
    await log.flush()
    await tamper(name, (rows) => rows.add([{ ...happened(7), offset: 1 }], 1))
    log.append([happened(1)])
    await expect(log.flush()).rejects.toMatchObject({ code: 'indexeddb/open-elsewhere' })
    expect(listener.told).toEqual(['placed 0', 'durable 0', 'failed indexeddb/open-elsewhere'])
    await log.close().catch(() => {})
    expect((await rawRows(name))[1]).toEqual([{ ...happened(7), offset: 1 }])
  })

  it('[IDB-12] lets go at once of a database that is being deleted or upgraded, and says so', async () => {
    const { name, log, listener } = await opened()
    log.append([happened(0)])
    await log.flush()
    const upgraded = await rawDatabase(name, 99)
    upgraded.close()
    expect(listener.errors.map(({ code }) => code)).toEqual(['indexeddb/closed'])
    log.append([happened(1)])
    await expect(log.flush()).rejects.toMatchObject({ code: 'indexeddb/closed' })
    await log.close().catch(() => {})
    expect(Object.keys(await rawRows(name).catch(() => ({})))).not.toContain('1')
  })

  it('[IDB-12] does not begin a log in the middle when its data was cleared', async () => {
    const connections = connectionsOpened()
    const { name, log, listener } = await opened()
    log.append([happened(0)])
    await log.flush()
    for (const connection of connections()) forceCloseDatabase(connection)
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(databaseName(name)).onsuccess = resolve
    })
    log.append([happened(1)])
    await expect(log.flush()).rejects.toMatchObject({
      code: 'indexeddb/closed',
      message: expect.stringContaining('its data was cleared'),
    })
    expect(listener.errors.map(({ code }) => code)).toEqual(['indexeddb/closed'])
    await log.close().catch(() => {})
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(databaseName(name))
  })

  it('[IDB-13] refuses a database of a newer program', async () => {
    const { name, log } = await opened()
    await log.close()
    ;(await rawDatabase(name, 99)).close()
    await expect(indexedDbLog(name).open(new Listener())).rejects.toMatchObject({ code: 'indexeddb/newer-version' })
  })

  it('[IDB-13] says why the browser gives no database, and lets go of the lock', async () => {
    const name = newLogName()
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    })
    await expect(indexedDbLog(name).open(new Listener())).rejects.toMatchObject({
      code: 'indexeddb/unavailable',
      message: expect.stringContaining('SecurityError: The operation is insecure.'),
    })
    open.mockRestore()
    const { log } = await opened(name)
    await log.close()
  })

  it('[IDB-13] says that there is no IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined)
    await expect(indexedDbLog('x').open(new Listener())).rejects.toMatchObject({ code: 'indexeddb/unavailable' })
  })

  it('[IDB-13] does not wait for a connection that blocks the upgrade for ever', async () => {
    const name = newLogName()
    const old = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(databaseName(name), 1)
      request.onupgradeneeded = () => request.transaction?.abort()
      request.onerror = () => {
        const other = indexedDB.open(databaseName(name), 1)
        other.onsuccess = () => resolve(other.result)
      }
    })
    const upgrade = vi.spyOn(IDBFactory.prototype, 'open').mockImplementationOnce((database) => {
      upgrade.mockRestore()
      return indexedDB.open(database, 2)
    })
    await expect(indexedDbLog(name).open(new Listener())).rejects.toMatchObject({ code: 'indexeddb/blocked' })
    old.close()
  })
})

describe('the seed of indexedDbLog', () => {
  it('[IDB-8] is what a new log begins with, and is stored', async () => {
    const name = newLogName()
    const first = await opened(name, { seed: () => placedRecords(3) })
    expect(first.records).toEqual(placedRecords(3))
    first.log.append([happened(3)])
    await first.log.close()
    const again = await opened(name)
    expect(again.records.map((record) => record.offset)).toEqual([0, 1, 2, 3])
    await again.log.close()
  })

  it('[IDB-8] may come later, and is asked for once in the life of a log', async () => {
    const name = newLogName()
    const seed = vi.fn(async () => placedRecords(2))
    for (let i = 0; i < 3; i++) {
      const { log, records } = await opened(name, { seed })
      expect(records).toHaveLength(2)
      await log.close()
    }
    expect(seed).toHaveBeenCalledTimes(1)
  })

  it('[IDB-8] may be empty, and then is so for good', async () => {
    const name = newLogName()
    await (await opened(name, { seed: () => [] })).log.close()
    const seed = vi.fn(() => placedRecords(2))
    const { log, records } = await opened(name, { seed })
    expect(records).toEqual([])
    expect(seed).not.toHaveBeenCalled()
    await log.close()
  })

  it('[IDB-8] never touches a log that holds anything', async () => {
    const name = await stored(1)
    const seed = vi.fn(() => placedRecords(2))
    const { log, records } = await opened(name, { seed })
    expect(records).toHaveLength(1)
    expect(seed).not.toHaveBeenCalled()
    await log.close()
  })

  it('[IDB-8] is planted once when two tabs open a new log at the same time', async () => {
    vi.stubGlobal('navigator', {})
    const name = newLogName()
    vi.resetModules()
    const { indexedDbLog: inOtherTab } = await import('./indexedDbLog.ts')
    const other = inOtherTab(name, { seed: async () => placedRecords(2) })
    const [here, there] = await Promise.all([
      opened(name, { seed: async () => placedRecords(3) }),
      other.open(new Listener()),
    ])
    expect(here.records).toEqual(there)
    expect([2, 3]).toContain(there.length)
    expect(Object.values(await rawRows(name)).flat()).toEqual(there)
    await Promise.all([here.log.close(), other.close()])
  })

  it.each([
    ['throws', () => Promise.reject(new Error('no sample data')), 'Error: no sample data'],
    ['has a gap', () => [placedRecords(3)[1]], 'the offset 1'],
    ['cannot be stored', () => [{ ...placedRecords(1)[0], payload: () => 1 }], 'DataCloneError'],
  ])('[IDB-8] is refused when it %s, and nothing is stored', async (_, seed, problem) => {
    const name = newLogName()
    const log = indexedDbLog(name, { seed: seed as () => ReturnType<typeof placedRecords> })
    await expect(log.open(new Listener())).rejects.toMatchObject({
      code: 'indexeddb/bad-seed',
      message: expect.stringContaining(problem),
    })
    expect(await rawRows(name)).toEqual({})
    const { log: next, records } = await opened(name, { seed: () => placedRecords(1) })
    expect(records).toHaveLength(1)
    await next.close()
  })
})

async function opened(name = newLogName(), options?: Parameters<typeof indexedDbLog>[1]) {
  const log = indexedDbLog(name, options)
  const listener = new Listener()
  const records = await log.open(listener)
  return { name, log, listener, records }
}

/** A closed log of so many records, each in a row of its own. */
async function stored(count: number): Promise<string> {
  const { name, log } = await opened()
  for (let n = 0; n < count; n++) {
    log.append([happened(n)])
    await log.flush()
  }
  await log.close()
  return name
}

/** The connections opened from now on. */
function connectionsOpened(): () => readonly Parameters<typeof forceCloseDatabase>[0][] {
  const open = vi.spyOn(IDBFactory.prototype, 'open')
  return () => open.mock.results.map(({ value }) => value.result).filter(Boolean)
}
