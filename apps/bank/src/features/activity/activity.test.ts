import { virtualTime } from '@playhead/core/testing'
import { describe, expect, it } from 'vitest'
import { createBankStore } from '../../app/createBankStore.ts'
import { bank, ledger } from '../../ledger/index.ts'
import { entryWith, openAccounts } from '../../ledger/ledger.fixtures.ts'
import { describeRecord } from './describeRecord.ts'
import { recordById, recordOfEntry } from './findRecord.ts'

describe('activity', () => {
  it('[JRN-1] tells of a record by what stands in it, also of a feature that is gone', () => {
    expect(describeRecord({ type: 'import/received', payload: { fileName: 'jan.sta', importId: 'i' } })).toEqual({
      title: 'Import confirmed',
      detail: 'jan.sta',
    })
    expect(describeRecord({ type: 'gone/thingDone', payload: { text: 'x' } })).toEqual({
      title: 'Gone: thing done',
      detail: 'x',
    })
    const posted = { memo: 'Bread', counterparty: { name: 'Bakery' } }
    expect(describeRecord({ type: 'bank/entryPosted', payload: posted }).detail).toBe('Bakery')
    expect(describeRecord({ type: 'payments/scheduled', payload: { transfer: { memo: 'Rent' } } }).detail).toBe('Rent')
    expect(describeRecord({ type: 'x/y', payload: null }).detail).toBe('')
  })

  it('[JRN-2] finds the record that booked an entry, also among those of one moment', () => {
    const time = virtualTime()
    const store = createBankStore(time)
    store.dispatch(openAccounts.map((account) => bank.accountOpened(account)))
    for (let batch = 0; batch < 20; batch++) {
      time.advance(batch % 3)
      store.dispatch(Array.from({ length: 5 }, (_, at) => bank.entryPosted(entryWith(`${batch}-${at}`))))
    }
    for (const entry of store.get(ledger).entries.values()) {
      const record = recordOfEntry(store, entry)
      expect(record?.payload).toMatchObject({ entryId: entry.entryId })
    }
    const stranger = { ...entryWith('nobody'), ordinal: 0, recordedAt: time.clock.now() }
    expect(recordOfEntry(store, stranger)).toBeUndefined()
  })

  it('[JRN-3] finds the cause of a record, and nothing where there is none', () => {
    const store = createBankStore(virtualTime())
    store.dispatch(openAccounts.map((account) => bank.accountOpened(account)))
    const third = store.recordAt(3)
    if (!third) throw new Error('The log has no fourth record.')
    expect(recordById(store, third.id, 7)).toEqual(third)
    expect(recordById(createBankStore(), third.id, -1)).toBeUndefined()
    expect(recordById(store, third.id, 2)).toBeUndefined()
  })
})
