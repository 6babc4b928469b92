import { action, createActions, createSlice, createStore, topic } from '@playhead/core'
import { describe, expect, it } from 'vitest'

const bank = createActions('bank', {
  opened: action<{ id: string; owner?: { name: string } }>({
    topic: (payload) => ['bank', 'account', payload.id, 'opened'],
  }),
  named: action<{ owner?: { name: string } }>({
    topic: ({ owner }) => ['bank', (owner as { name: string }).name],
  }),
  renamed: action<{ owner?: { name: string } }>({
    topic: ({ owner }) => ['bank', owner?.name ?? 'nobody'],
  }),
})

const opened = createSlice('opened', 0, (on) => [on(topic('bank.account.*.opened'), (n) => n + 1)])
const newStore = () => createStore({ slices: [opened] })

describe('topic/bad-word', () => {
  it('is thrown for a word that would be two', () => {
    const store = newStore()
    expect(() => {
      // #region bad-word
      store.dispatch(bank.opened({ id: 'savings.2026' }))
      // #endregion
    }).toThrow('(topic/bad-word)')
  })

  it('is mended by a word without a dot', () => {
    const store = newStore()
    // #region bad-word-mended
    const { closed } = createActions('account', {
      closed: action<{ id: string }>({ topic: ({ id }) => ['bank', 'account', id.replaceAll('.', '-'), 'closed'] }),
    })
    // #endregion
    store.dispatch(closed({ id: 'savings.2026' }))
    expect(store.timeline.playhead.head).toBe(0)
  })
})

describe('topic/failed', () => {
  it('is thrown where the topic of a payload cannot be made', () => {
    const store = newStore()
    expect(() => {
      // #region failed
      store.dispatch(bank.named({})) // topic: ({ owner }) => ['bank', owner.name]
      // #endregion
    }).toThrow('(topic/failed)')
  })

  it('is mended by an answer for every payload', () => {
    const store = newStore()
    const heard: string[] = []
    store.topic('bank.nobody').subscribe(({ type }) => heard.push(type))
    // #region failed-mended
    store.dispatch(bank.renamed({})) // topic: ({ owner }) => ['bank', owner?.name ?? 'nobody']
    // #endregion
    expect(heard).toEqual(['bank/renamed'])
  })
})

describe('topic/bad-pattern', () => {
  it('is thrown for what is no text, or too long', () => {
    const words = ['bank', 'account'] as unknown as string
    expect(() => {
      // #region bad-pattern
      newStore().topic(words) // ['bank', 'account']
      // #endregion
    }).toThrow('(topic/bad-pattern)')
  })

  it('is mended by text', () => {
    const store = newStore()
    // #region bad-pattern-mended
    const account$ = store.topic('bank.account.#')
    // #endregion
    const heard: string[] = []
    account$.subscribe(({ type }) => heard.push(type))
    store.dispatch(bank.opened({ id: 'a' }))
    expect(heard).toEqual(['bank/opened'])
  })
})

describe('topic/too-many-hashes', () => {
  it('is thrown for a fifth', () => {
    expect(() => {
      // #region too-many-hashes
      topic('#.bank.#.account.#.opened.#.#')
      // #endregion
    }).toThrow('(topic/too-many-hashes)')
  })

  it('is mended by leaving out what says nothing', () => {
    // #region too-many-hashes-mended
    topic('#.bank.#.account.#.opened.#') // `#.#` is the same as `#`
    // #endregion
  })
})
