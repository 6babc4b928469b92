import { describe, expect, it } from 'vitest'
import { bank, transferLegs } from '../../ledger/index.ts'
import { entryWith, food, giro, storeOf } from '../../ledger/ledger.fixtures.ts'
import { changesSince } from './changesSince.ts'

const spent = (id: string, minor: number) =>
  entryWith(id, { legs: transferLegs({ from: giro.id, to: food.id, currency: 'EUR', minor }) })

describe('what changed since the last visit', () => {
  it('[VIS-1] is what was booked and opened since, and what net worth has more', () => {
    const store = storeOf([{ entry: spent('before', 500), time: 1 }])
    const { head } = store.timeline.playhead
    store.dispatch([
      bank.accountOpened({ id: 'new', name: 'New', owner: '', currency: 'EUR', kind: 'asset' }),
      ...[100, 900, 300, 200].map((minor) => bank.entryPosted(spent(`e${minor}`, minor))),
    ])
    expect(changesSince(store, head)).toMatchObject({
      entries: 4,
      largest: [{ entryId: 'e900' }, { entryId: 'e300' }, { entryId: 'e200' }],
      accounts: [{ id: 'new' }],
      worth: [{ currency: 'EUR', minor: -1_500 }],
    })
  })

  it('[VIS-1] is nothing where nothing happened, and unknown where the log is another one', () => {
    const store = storeOf([{ entry: spent('before', 500), time: 1 }])
    const { head } = store.timeline.playhead
    expect(changesSince(store, head)).toEqual({ entries: 0, largest: [], accounts: [], worth: [] })
    expect(changesSince(store, head + 1)).toBeUndefined()
  })
})
