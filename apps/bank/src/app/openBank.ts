import type { EventLog, PlacedRecord, PlayheadError } from '@playhead/core'
import { memoryLog } from '@playhead/core'
import { deleteLog, indexedDbLog } from '@playhead/indexeddb'
import { BehaviorSubject } from 'rxjs'
import { localDay } from '../calendar/index.ts'
import { bookedSpan } from '../features/accounts/index.ts'
import { deleteInbox, ImportDesk, indexedDbInbox, memoryInbox, nextFrame } from '../features/import/index.ts'
import { workerParser } from '../features/import/worker/index.ts'
// Not by the index: what it shows comes later.
import { axisSpan } from '../features/time/axisSpan.ts'
import { TimeView } from '../features/time/TimeView.ts'
import type { Bank, Beginning, Storage } from './BankContext.ts'
import type { BankStore } from './createBankStore.ts'
import { createBankStore } from './createBankStore.ts'
import { PlaceUrl } from './PlaceUrl.ts'
import { parseSearch } from './searchParams.ts'

const logName = 'bank'
const inboxName = 'bank-inbox'

/**
 * Opens the bank that is kept in this browser, at the place that the address names.
 *
 * Where the browser keeps nothing, the bank is in memory, and says so in `storage`.
 *
 * Rejects with what kept the log from being opened: `indexeddb/open-elsewhere`, `indexeddb/damaged` and others.
 */
export async function openBank(): Promise<Bank> {
  const { store, storage } = await openStore()
  const view = new TimeView(store)
  const placeUrl = new PlaceUrl(view, () => axisSpan(store.live.get(bookedSpan), localDay(Date.now())).last)
  const desk = new ImportDesk({
    store,
    parser: workerParser,
    inbox: storage === 'durable' ? indexedDbInbox(inboxName) : memoryInbox(),
    newId: () => crypto.randomUUID(),
    nextFrame,
  })
  const fault$ = new BehaviorSubject<PlayheadError | undefined>(undefined)
  // Advice for those who build the bank is none for those who bank with it.
  store.error$.subscribe((error) => (error.severity === 'error' ? fault$.next(error) : console.warn(error)))
  await placeUrl.follow(parseSearch(location.search))
  return {
    store,
    view,
    desk,
    placeUrl,
    storage,
    fault$,
    dismissFault: () => fault$.next(undefined),
    async startOver(begin) {
      desk.close()
      await store.close()
      await startOver(begin)
    },
    async forget() {
      desk.close()
      await store.close()
      await deleteInbox(inboxName)
      forgetSettings()
      await startOver('empty')
    },
  }
}

/** Deletes what is kept, and loads the page anew at its beginning. For a log that cannot be opened, too. */
export async function startOver(begin: Beginning): Promise<void> {
  await deleteLog(logName)
  remember(begin)
  location.assign('/')
}

/** All that begins so in the site's storage is the bank's. */
const settingsPrefix = 'playhead-bank/'

function forgetSettings(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(settingsPrefix)) localStorage.removeItem(key)
  } catch {
    // Without storage there are none.
  }
}

async function openStore(): Promise<{ store: BankStore; storage: Storage }> {
  const store = createBankStore({ log: indexedDbLog(logName, { seed: beginningRecords }) })
  try {
    await store.ready
    return { store, storage: 'durable' }
  } catch (error) {
    if (codeOf(error) !== 'indexeddb/unavailable') throw causeOf(error)
    const inMemory: EventLog = memoryLog({ records: await beginningRecords() })
    return { store: createBankStore({ log: inMemory }), storage: 'memory' }
  }
}

/** The store says that opening failed; the log's own error says why. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? error.cause : error
}

function codeOf(error: unknown): unknown {
  const cause = causeOf(error)
  return cause instanceof Error && 'code' in cause ? cause.code : undefined
}

const beginningKey = 'playhead-bank/begin'

function remember(begin: Beginning): void {
  try {
    localStorage.setItem(beginningKey, begin)
  } catch {
    // Without storage there is nothing to begin with next time, either.
  }
}

async function beginningRecords(): Promise<readonly PlacedRecord[]> {
  try {
    if (localStorage.getItem(beginningKey) === 'empty') return []
  } catch {
    // Sample data then.
  }
  const { householdRecords } = await import('../sample/index.ts')
  // By UTC, so that none of its records lies ahead.
  return householdRecords({ end: new Date().toISOString().slice(0, 10) })
}
