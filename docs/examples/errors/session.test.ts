import {
  action,
  createActions,
  createSlice,
  createStore,
  importSession,
  openSession,
  sessionText,
} from '@playhead/core'
import { describe, expect, it } from 'vitest'

const bank = createActions('bank', {
  opened: action<{ id: string; iban: string }>({ redact: ['payload.iban'] }),
  deposited: action<{ minor: number }>(),
})
const balance = createSlice('balance', 0, (on) => [on(bank.deposited, (minor, { payload }) => minor + payload.minor)])
const newStore = () => {
  const store = createStore({ slices: [balance] })
  store.dispatch([bank.deposited({ minor: 5 }), bank.deposited({ minor: 7 })])
  return store
}
const lines = sessionText(newStore()).trimEnd().split('\n')
const [header = '', first = '', second = ''] = lines

describe('what an import tells', () => {
  it('is by line and code, and the rest is there', () => {
    const file = [header, first, 'hello', second].join('\n')
    // #region problems
    const { records, report } = importSession(file)
    for (const { line, error } of report.problems) console.warn(line, error.code)
    // #endregion
    expect(report.problems.map(({ line, error }) => [line, error.code])).toEqual([[3, 'session/bad-line']])
    expect(records).toHaveLength(2)
  })
})

describe('session/bad-range', () => {
  it('is thrown for records that are not there', () => {
    const store = newStore()
    expect(() => {
      // #region bad-range
      sessionText(store, { from: 100 }) // the head is 1
      // #endregion
    }).toThrow('(session/bad-range)')
  })

  it('is mended by a range within the log', () => {
    const store = newStore()
    // #region bad-range-mended
    const { head } = store.timeline.playhead
    const text = sessionText(store, { from: Math.max(0, head - 100) })
    // #endregion
    expect(importSession(text).records).toHaveLength(2)
  })
})

describe('session/hash-mismatch', () => {
  it('is told where a slice came to another state', () => {
    const doubled = createSlice('balance', 0, (on) => [
      on(bank.deposited, (minor, { payload }) => minor + 2 * payload.minor),
    ])
    const session = importSession(lines.join('\n'))
    // #region hash-mismatch
    const { store, state, differences } = openSession(session, { slices: [doubled] })
    // #endregion
    expect(state).toBe('different')
    expect(differences.map(({ slice, error }) => [slice, error.code])).toEqual([['balance', 'session/hash-mismatch']])
    expect(store.get(doubled)).toBe(24)
  })
})

describe('action/bad-redaction', () => {
  it('is thrown for what is no path into the record', () => {
    expect(() => {
      // #region bad-redaction
      createActions('person', { joined: action<{ iban: string }>({ redact: ['iban'] }) })
      // #endregion
    }).toThrow('(action/bad-redaction)')
  })

  it('is mended by the whole path', () => {
    // #region bad-redaction-mended
    createActions('person', { joined: action<{ iban: string }>({ redact: ['payload.iban'] }) })
    // #endregion
    expect(bank.opened.type).toBe('bank/opened')
  })
})

describe('store/not-a-store', () => {
  it('is thrown for a copy of one', () => {
    const store = newStore()
    expect(() => {
      // #region not-a-store
      sessionText({ ...store })
      // #endregion
    }).toThrow('(store/not-a-store)')
  })

  it('is mended by the store itself', () => {
    const store = newStore()
    // #region not-a-store-mended
    const text = sessionText(store)
    // #endregion
    expect(text).toContain('bank/deposited')
  })
})
