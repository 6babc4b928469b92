import { eventLogContract } from '@playhead/core/testing'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { databaseName } from './database.ts'
import { deleteLog } from './deleteLog.ts'
import { indexedDbLog } from './indexedDbLog.ts'
import { happened, Listener, newLogName, placedRecords, rawRows } from './records.fixtures.ts'
import type { Tab } from './tab.fixtures.ts'
import { UnloadJournal } from './UnloadJournal.ts'

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
  for (const frame of document.querySelectorAll('iframe')) frame.remove()
})

describe('indexedDbLog in a browser', () => {
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

  it('[IDB-4] loses nothing when the page is reloaded in the task of a dispatch', async () => {
    const name = newLogName()
    const frame = await openTab()
    for (let round = 0; round < 10; round++) {
      await frame.tab.open(name)
      expect(frame.tab.count).toBe(round * 20)
      await frame.reloadedBy((tab) => tab.clickAndReload(20))
    }
    await frame.tab.open(name)
    expect([frame.tab.count, frame.tab.head]).toEqual([200, 199])
  })

  it('[IDB-4] loses nothing when the page is reloaded while the write of a dispatch before is running', async () => {
    const name = newLogName()
    const frame = await openTab()
    for (let round = 0; round < 10; round++) {
      await frame.tab.open(name)
      expect(frame.tab.count).toBe(round * 21)
      await frame.reloadedBy((tab) => tab.clickWriteClickAndReload(1, 20))
    }
    await frame.tab.open(name)
    expect(frame.tab.count).toBe(210)
  })

  it('[IDB-4] loses nothing when the page goes elsewhere in the task of a dispatch', async () => {
    const name = newLogName()
    for (let round = 0; round < 10; round++) {
      const frame = await openTab()
      await frame.tab.open(name)
      expect(frame.tab.count).toBe(round * 20)
      await frame.reloadedBy((tab) => tab.clickAndLeave(20))
    }
    const frame = await openTab()
    await frame.tab.open(name)
    expect(frame.tab.count).toBe(200)
  })

  it('[IDB-4] loses nothing when the frame is removed in the task of a dispatch', async () => {
    const name = newLogName()
    for (let round = 0; round < 10; round++) {
      const frame = await openTab()
      await frame.tab.open(name)
      expect(frame.tab.count).toBe(round * 20)
      frame.tab.click(20)
      frame.close()
    }
    const frame = await openTab()
    await frame.tab.open(name)
    expect([frame.tab.count, frame.tab.head]).toEqual([200, 199])
  })

  it('[IDB-15] stores at the next opening what the browser did not complete when the page ended', async () => {
    const name = newLogName()
    const frame = await openTab()
    for (let round = 0; round < 3; round++) {
      await frame.tab.open(name)
      expect(frame.tab.count).toBe(round * 21)
      await frame.tab.clickAndStore()
      await frame.reloadedBy((tab) => tab.clickAbortAndReload(20))
      expect(Object.values(await rawRows(name)).flat()).toHaveLength(round * 21 + 1)
      expect(localStorage.getItem(databaseName(name))).toContain('clicks/clicked')
    }
    await frame.tab.open(name)
    expect([frame.tab.count, frame.tab.head]).toEqual([63, 62])
    expect(Object.values(await rawRows(name)).flat()).toHaveLength(63)
    expect(localStorage.getItem(databaseName(name))).toBeNull()
  })

  it('[IDB-15] forgets what it kept when the page was only hidden, and its write has completed', async () => {
    const name = newLogName()
    const log = indexedDbLog(name)
    await log.open(new Listener())
    log.append([happened(0)])
    window.dispatchEvent(new Event('pagehide'))
    expect(localStorage.getItem(databaseName(name))).toContain('test.0')
    await log.flush()
    expect(localStorage.getItem(databaseName(name))).toBeNull()
    await log.close()
  })

  it('[IDB-15] opens only when what was kept is stored, and keeps it until then', async () => {
    const name = newLogName()
    const [first] = placedRecords(1)
    if (first) new UnloadJournal(name).keep([first], undefined)
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('the disk is full', 'QuotaExceededError')
    })
    await expect(indexedDbLog(name).open(new Listener())).rejects.toMatchObject({ code: 'indexeddb/unavailable' })
    put.mockRestore()
    const log = indexedDbLog(name, { seed: () => placedRecords(5) })
    expect(await log.open(new Listener())).toEqual([first])
    await log.close()
    expect(await rawRows(name)).toEqual({ 0: [first] })
  })

  it('[IDB-7] refuses a log of which a page left something malformed', async () => {
    const name = newLogName()
    localStorage.setItem(databaseName(name), '[null,[{"offset":0}]]')
    await expect(indexedDbLog(name).open(new Listener())).rejects.toMatchObject({
      code: 'indexeddb/damaged',
      message: expect.stringContaining('of what its last page left in localStorage, row 0 holds at offset 0 a record'),
    })
    expect(localStorage.getItem(databaseName(name))).toBe('[null,[{"offset":0}]]')
  })

  it('[IDB-14] deletes with a log what a page of it left', async () => {
    const name = newLogName()
    new UnloadJournal(name).keep(placedRecords(2), undefined)
    await deleteLog(name)
    const log = indexedDbLog(name)
    expect(await log.open(new Listener())).toEqual([])
    await log.close()
  })

  it('[IDB-15] leaves nothing where the browser has no Web Locks: another tab may go on from the same records', async () => {
    vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as never)
    const name = newLogName()
    const log = indexedDbLog(name)
    await log.open(new Listener())
    log.append([happened(0)])
    window.dispatchEvent(new Event('pagehide'))
    expect(localStorage.getItem(databaseName(name))).toBeNull()
    await log.close()
  })

  it('[IDB-3] begins to write in the very event that hides the page', async () => {
    const log = indexedDbLog(newLogName())
    await log.open(new Listener())
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    log.append([happened(0)])
    document.dispatchEvent(new Event('visibilitychange'))
    expect(put).not.toHaveBeenCalled()
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(put).toHaveBeenCalledTimes(1)
    log.append([happened(1)])
    window.dispatchEvent(new Event('pagehide'))
    expect(put).toHaveBeenCalledTimes(2)
    await log.close()
    window.dispatchEvent(new Event('pagehide'))
    expect(put).toHaveBeenCalledTimes(2)
  })

  it('[IDB-10] refuses a second tab, and opens there once the first one is closed', async () => {
    const name = newLogName()
    const first = await openTab()
    const second = await openTab()
    await first.tab.open(name)
    await expect(second.tab.open(name)).rejects.toBe('indexeddb/open-elsewhere')
    first.tab.click(1)
    await first.tab.close()
    first.close()
    const third = await openTab()
    await third.tab.open(name)
    expect(third.tab.count).toBe(1)
  })

  it('[IDB-11] overwrites nothing of another tab where the browser has no Web Locks', async () => {
    vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as never)
    const name = newLogName()
    const log = indexedDbLog(name)
    const listener = new Listener()
    await log.open(listener)
    log.append([happened(0)])
    await log.flush()
    const other = await openTab()
    await other.tab.open(name)
    other.tab.click(1)
    await other.tab.close()
    log.append([happened(1)])
    await expect(log.flush()).rejects.toMatchObject({ code: 'indexeddb/open-elsewhere' })
    await log.close().catch(() => {})
    expect(Object.values(await rawRows(name)).map((row) => row.map(({ type }) => type))).toEqual([
      ['test/happened'],
      ['clicks/clicked'],
    ])
  })

  it('[IDB-12] lets another tab delete the database, and says that it is closed', async () => {
    const name = newLogName()
    const log = indexedDbLog(name)
    const listener = new Listener()
    await log.open(listener)
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(`playhead/${name}`)
      request.onsuccess = resolve
      request.onblocked = reject
    })
    expect(listener.errors.map(({ code }) => code)).toEqual(['indexeddb/closed'])
    await log.close()
  })
})

interface Frame {
  readonly tab: Tab
  /** Resolves when the document that `act` left has been replaced by a new one. */
  reloadedBy(act: (tab: Tab) => void): Promise<void>
  close(): void
}

/** A document of its own, as a tab would be. */
async function openTab(): Promise<Frame> {
  const frame = document.createElement('iframe')
  const script = new URL('./tab.fixtures.ts', import.meta.url).href
  const loaded = nextLoad(frame)
  frame.srcdoc = `<!doctype html><script type="module" src="${script}"></script>`
  document.body.append(frame)
  await loaded
  const tabNow = () => (frame.contentWindow as Window).tab
  return {
    get tab() {
      return tabNow()
    },
    async reloadedBy(act) {
      const again = nextLoad(frame)
      act(tabNow())
      await again
    },
    close: () => frame.remove(),
  }
}

const nextLoad = (frame: HTMLIFrameElement) =>
  new Promise<void>((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true })
  })
