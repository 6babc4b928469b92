import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { databaseName } from './database.ts'
import { deleteLog } from './deleteLog.ts'
import { indexedDbLog } from './indexedDbLog.ts'
import { happened, Listener, newLogName, placedRecords, rawDatabase } from './records.fixtures.ts'

it('[IDB-14] deletes everything: the log begins anew, with its seed', async () => {
  const name = newLogName()
  const seed = () => placedRecords(2)
  const log = indexedDbLog(name, { seed })
  await log.open(new Listener())
  log.append([happened(2)])
  await log.close()
  await deleteLog(name)
  expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(databaseName(name))
  const again = indexedDbLog(name, { seed })
  expect(await again.open(new Listener())).toEqual(placedRecords(2))
  await again.close()
})

it('[IDB-14] does nothing where there is no such log', async () => {
  await expect(deleteLog(newLogName())).resolves.toBeUndefined()
})

it('[IDB-14] refuses a log that this page has open', async () => {
  const name = newLogName()
  const log = indexedDbLog(name)
  await log.open(new Listener())
  await expect(deleteLog(name)).rejects.toMatchObject({ code: 'indexeddb/still-open' })
  await log.close()
  await deleteLog(name)
})

it('[IDB-14] refuses a log that another tab has open', async () => {
  const name = newLogName()
  const other = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const released = navigator.locks.request(`playhead/log/${name}`, () => {
    held.resolve()
    return other.promise
  })
  await held.promise
  await expect(deleteLog(name)).rejects.toMatchObject({ code: 'indexeddb/open-elsewhere' })
  other.resolve()
  await released
})

it('[IDB-14] does not wait for a tab that will not let go', async () => {
  const name = newLogName()
  const log = indexedDbLog(name)
  await log.open(new Listener())
  await log.close()
  const foreign = await rawDatabase(name)
  await expect(deleteLog(name)).rejects.toMatchObject({ code: 'indexeddb/blocked' })
  foreign.close()
})

it('[IDB-13] says that there is no IndexedDB', async () => {
  vi.stubGlobal('indexedDB', undefined)
  await expect(deleteLog('x')).rejects.toMatchObject({ code: 'indexeddb/unavailable' })
  vi.unstubAllGlobals()
})
