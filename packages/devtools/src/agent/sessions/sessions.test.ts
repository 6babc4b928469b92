import { stripTypeScriptTypes } from 'node:module'
import { stateHash } from '@playhead/core'
import { replay, slicesOf } from '@playhead/core/testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bank, bankStore, bankWith, connected, partsUntil } from '../agent.fixtures.ts'

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => vi.restoreAllMocks())

describe('a session file', () => {
  it('[AGT-31] holds the range that was planned, without what is taken out', async () => {
    const { panel, close } = connected(bankWith(300))
    const range = { store: 'bank', from: 0, to: 199, redact: { 'bank/paid': ['payload.minor'] } }
    const plan = await panel.call('planSession', range)
    expect(plan).toMatchObject({
      from: 0,
      to: 199,
      checkpoint: false,
      types: [
        { type: 'bank/paid', records: 198 },
        { type: 'bank/opened', records: 2 },
      ],
      redacted: [
        { type: 'bank/paid', path: 'payload.minor', declared: false },
        { type: 'bank/opened', path: 'payload.owner', declared: true },
      ],
    })
    const { text, redacted } = await panel.call('saveSession', range)
    expect(Math.abs(text.length / plan.bytes - 1)).toBeLessThan(0.25)
    expect([...redacted].toSorted()).toEqual(['bank/opened payload.owner', 'bank/paid payload.minor'])
    expect(text).not.toContain('Ada')
    const check = await panel.call('checkSession', { text })
    expect(check).toMatchObject({
      header: { app: 'bank app', from: 0, to: 199 },
      records: 200,
      problems: [],
      problemsLeftOut: 0,
    })
    expect(check.types.map(({ reading }) => reading)).toEqual(['same', 'same'])
    close()
  })

  it('[AGT-31] is refused of a range or a path that is none', async () => {
    const { panel, close } = connected(bankWith(3))
    const range = { store: 'bank', from: 0, to: 99 }
    await expect(panel.call('saveSession', range)).rejects.toMatchObject({ code: 'session/bad-range' })
    await expect(panel.call('planSession', range)).rejects.toMatchObject({ code: 'session/bad-range' })
    const redact = { 'bank/paid': ['minor'] }
    await expect(panel.call('planSession', { ...range, to: 2, redact })).rejects.toMatchObject({
      code: 'action/bad-redaction',
    })
    close()
  })

  it('[AGT-31] opens as a store of its own, folded by the slices of the app', async () => {
    const { panel, close } = connected(bankWith(10))
    const { text } = await panel.call('saveSession', { store: 'bank', from: 0, to: 5 })
    const report = await panel.call('loadSession', { text, name: 'bug.playhead' })
    expect(report).toMatchObject({ records: 6, problems: [], unknownTypes: [], upcast: [], hash: 'same' })
    const [stores] = await partsUntil(panel, 'overview', {}, () => true)
    expect(stores?.map(({ name, playhead, shown }) => [name, playhead.head, shown])).toEqual([
      ['bank', 9, true],
      ['bug.playhead', 5, false],
    ])
    const paid = { store: report.store, value: { of: 'state', at: 'live' }, path: ['ledger', 'paid'] } as const
    expect(await panel.call('value', paid)).toMatchObject({ text: '4' })
    await panel.call('deleteBranch', { store: report.store })
    await expect(panel.call('value', paid)).rejects.toMatchObject({ code: 'devtools/no-store' })
    close()
  })

  it('[AGT-27] is shown by the app like a branch, in the place of the store that knows its types', async () => {
    const store = bankWith(10)
    const { panel, close } = connected(store)
    const { text } = await panel.call('saveSession', { store: 'bank', from: 0, to: 5 })
    const { store: session } = await panel.call('loadSession', { text, name: 'bug.playhead' })
    await panel.call('show', { store: session })
    expect(store.getState().ledger.paid).toBe(4)
    await panel.call('lock', { store: 'bank', locked: true })
    expect(() => store.dispatch(bank.paid({ id: 'a', minor: 1 }))).toThrow('devtools/locked')
    await panel.call('deleteBranch', { store: session })
    expect(store.getState().ledger.paid).toBe(8)
    close()
  })

  it('[AGT-31] that is broken is read as far as it can be, with each problem and its line', async () => {
    const { panel, close } = connected(bankWith(10))
    const { text } = await panel.call('saveSession', { store: 'bank', from: 0, to: 5 })
    const lines = text.split('\n')
    const broken = [...lines.slice(0, 3), '{ "broken', ...lines.slice(4)].join('\n')
    expect(await panel.call('checkSession', { text: broken })).toMatchObject({
      records: 5,
      problems: [{ line: 4 }, {}],
    })
    expect(await panel.call('loadSession', { text: broken, name: 'b' })).toMatchObject({
      records: 5,
      problems: [{ line: 4 }, {}],
    })
    close()
  })

  it('[AGT-31] that is none is refused', async () => {
    const { panel, close } = connected(bankWith(2))
    for (const text of ['', 'no session', '{"playhead":99}'])
      await expect(panel.call('loadSession', { text, name: 'x' })).rejects.toMatchObject({
        code: 'devtools/empty-session',
      })
    expect(await panel.call('checkSession', { text: 'no session' })).toMatchObject({ header: undefined, records: 0 })
    const none = connected()
    const { text } = await panel.call('saveSession', { store: 'bank', from: 0, to: 1 })
    await expect(none.panel.call('loadSession', { text, name: 'x' })).rejects.toMatchObject({
      code: 'devtools/no-slices',
    })
    close()
    none.close()
  })
})

describe('a test made of a range', () => {
  /** Runs the text of a test as Vitest would: its imports are given to it. */
  function run(text: string, store: unknown): void {
    const imports = text.match(/^import .*$/gm) ?? []
    expect(imports).toEqual([
      "import { stateHash } from '@playhead/core'",
      "import { replay, slicesOf } from '@playhead/core/testing'",
      "import { expect, it } from 'vitest'",
      "import { store } from './app/store'",
    ])
    const body = stripTypeScriptTypes(text.replaceAll(/^import .*$/gm, ''))
    const titles: string[] = []
    const runNow = (title: string, test: () => void) => {
      titles.push(title)
      test()
    }
    const names = { stateHash, replay, slicesOf, expect, it: runNow, store }
    new Function(...Object.keys(names), body)(...Object.values(names))
    expect(titles).toEqual(['comes to the state that was recorded'])
  }

  it('[AGT-32] passes, and fails where a record or a reducer is another', async () => {
    const store = bankWith(8)
    // What a template would read as its own.
    store.dispatch(bank.told(['`$', '{backquotes}` \\n "quoted"'].join('')))
    const { panel, close } = connected(store, { testImport: './app/store' })
    const { text } = await panel.call('saveTest', { store: 'bank', from: 2, to: 8 })
    run(text, bankStore())
    expect(() => run(text.replace('"minor":7', '"minor":8'), bankStore())).toThrow('ledger')
    close()
  })

  it('[AGT-32] is that of the redacted range', async () => {
    const { panel, close } = connected(bankWith(4), { testImport: './app/store' })
    const { text } = await panel.call('saveTest', { store: 'bank', from: 0, to: 3 })
    expect(text).not.toContain('Ada')
    run(text, bankStore())
    close()
  })
})
