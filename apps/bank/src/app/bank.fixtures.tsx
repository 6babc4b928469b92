import type { PlacedRecord, Store } from '@playhead/core'
import { memoryLog } from '@playhead/core'
import type { PlayheadParameter } from '@playhead/storybook-addon'
import { createMemoryHistory } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { BehaviorSubject, EMPTY, NEVER, of } from 'rxjs'
import { FeaturesContext } from '../feature/index.ts'
import { ImportDesk, memoryInbox } from '../features/import/index.ts'
import type { StatementParser } from '../features/import/worker/index.ts'
import type { TimePlace } from '../features/time/index.ts'
import { TimeView, TimeViewProvider } from '../features/time/index.ts'
import { StoreProvider } from '../hooks.ts'
import { householdRecords } from '../sample/index.ts'
import type { Bank, Storage } from './BankContext.ts'
import { BankContext } from './BankContext.ts'
import { createBankRouter } from './createBankRouter.tsx'
import { createBankStore } from './createBankStore.ts'
import { features } from './features.ts'
import { PlaceUrl } from './PlaceUrl.ts'

/** The sample household up to a fixed day, so that a story shows the same figures every day. */
export const household = (): readonly PlacedRecord[] => householdRecords({ end: '2026-03-01' })

export interface StoryBankOptions {
  readonly records?: readonly PlacedRecord[]
  readonly place?: TimePlace
  readonly storage?: Storage
  readonly parser?: StatementParser
  /** Replaces what the features make for their effects. */
  readonly deps?: object
  /** A store that is there already; records and deps are its own then. */
  readonly store?: Store
}

/** A bank of its own, in memory: each story and each test takes one. */
export function storyBank({
  records = household(),
  place,
  storage = 'durable',
  parser = { parse: () => EMPTY },
  deps = {},
  store = createBankStore({ log: memoryLog({ records }), deps }),
}: StoryBankOptions = {}): Bank {
  const view = new TimeView(store)
  if (place?.axis === 'booked') view.viewDay(place.day)
  if (place?.axis === 'recorded') void view.viewRecord(place.offset)
  let ids = 0
  const desk = new ImportDesk({
    store,
    parser,
    inbox: memoryInbox(),
    newId: () => `story-${++ids}`,
    nextFrame: () => of(0),
  })
  return {
    store,
    view,
    desk,
    placeUrl: new PlaceUrl(view),
    storage,
    fault$: new BehaviorSubject(undefined),
    dismissFault: () => {},
    startOver: () => Promise.resolve(),
    forget: () => Promise.resolve(),
  }
}

/** The whole app at an address, over a bank of its own. */
export function storyRouter(bank: Bank, path: string) {
  return createBankRouter({ placeUrl: bank.placeUrl, history: createMemoryHistory({ initialEntries: [path] }) })
}

/** What components outside the router's pages need around them. */
export function WithBank({ bank, children }: { bank: Bank; children: ReactNode }) {
  return (
    <StoreProvider store={bank.store}>
      <TimeViewProvider view={bank.view}>
        <FeaturesContext value={features}>
          <BankContext value={bank}>{children}</BankContext>
        </FeaturesContext>
      </TimeViewProvider>
    </StoreProvider>
  )
}

/**
 * `parameters.playhead` of stories in a bank: each gets one that never answers, with the records that it names, and its
 * own timeline.
 */
export const inBank: PlayheadParameter = {
  store: (ports) => createBankStore({ ...ports, deps: { clearing: { clear: () => NEVER, recall: () => NEVER } } }),
  provider: function BankOfStory({ store, children }) {
    const [bank] = useState(() => storyBank({ store }))
    return <WithBank bank={bank}>{children}</WithBank>
  },
}
