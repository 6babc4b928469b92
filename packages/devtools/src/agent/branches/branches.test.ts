import { createStore } from '@playhead/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AgentConnection } from '../../protocol/connectPanel.ts'
import type { StoreOverview } from '../../protocol/overview.ts'
import { bank, bankWith, connected, ledger, partsUntil, statements } from '../agent.fixtures.ts'

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => vi.restoreAllMocks())

async function overview(panel: AgentConnection): Promise<readonly StoreOverview[]> {
  const [stores = []] = await partsUntil(panel, 'overview', {}, () => true)
  return stores
}

describe('a branch', () => {
  it('[AGT-26] leaves out, replaces, inserts and reorders records, and is listed with its parent', async () => {
    const store = bankWith(6)
    const { panel, close } = connected(store)
    const edit = {
      at: 5,
      without: [2],
      replace: { 3: { type: 'bank/paid', payload: '{"id":"b","minor":1000}' } },
      insert: { 4: [{ type: 'bank/paid', payload: '{"id":"a","minor":500}' }] },
      order: [5, 4],
    }
    const { branch } = await panel.call('branch', { store: 'bank', edit, name: 'What if' })
    const [, listed] = await overview(panel)
    expect(listed).toMatchObject({
      id: branch,
      name: 'What if',
      parent: { id: 'bank', at: 5 },
      shown: false,
      playhead: { head: 5 },
    })
    const minor = async (id: string) =>
      await panel.call('value', {
        store: branch,
        value: { of: 'state', at: 'live' },
        path: ['ledger', 'accounts', id, 'minor'],
      })
    expect(await minor('a')).toMatchObject({ text: '504' })
    expect(await minor('b')).toMatchObject({ text: '1005' })
    expect(await panel.call('branchEdit', { store: branch })).toEqual({
      edit,
      types: { 2: 'bank/paid', 3: 'bank/paid', 4: 'bank/paid', 5: 'bank/paid' },
    })
    expect(store.timeline.playhead.head).toBe(5)
    close()
  })

  it('[AGT-26] is refused with the reason', async () => {
    const { panel, close } = connected(bankWith(3))
    const branch = (edit: object) => panel.call('branch', { store: 'bank', edit: { at: 2, ...edit } })
    await expect(branch({ at: 9 })).rejects.toMatchObject({ code: 'timeline/past-head' })
    await expect(branch({ without: [7] })).rejects.toMatchObject({ code: 'timeline/bad-fork' })
    await expect(branch({ replace: { 1: { type: 'bank/paid', payload: '{' } } })).rejects.toMatchObject({
      code: 'devtools/bad-json',
    })
    expect(await overview(panel)).toHaveLength(1)
    close()
  })

  it('[AGT-26] is renamed and deleted, with its own branches', async () => {
    const { panel, close } = connected(bankWith(6))
    const { branch } = await panel.call('branch', { store: 'bank', edit: { at: 4 } })
    const { branch: twig } = await panel.call('branch', { store: branch, edit: { at: 2 } })
    await panel.call('renameBranch', { store: branch, name: 'Other' })
    expect((await overview(panel)).map(({ name, parent }) => [name, parent?.id])).toEqual([
      ['bank', undefined],
      ['Other', 'bank'],
      ['Branch 2', branch],
    ])
    await panel.call('show', { store: twig })
    await panel.call('deleteBranch', { store: branch })
    expect((await overview(panel)).map(({ id, shown }) => [id, shown])).toEqual([['bank', true]])
    await expect(panel.call('deleteBranch', { store: 'bank' })).rejects.toMatchObject({ code: 'devtools/not-a-branch' })
    await expect(panel.call('seek', { store: twig, to: 0 })).rejects.toMatchObject({ code: 'devtools/no-store' })
    close()
  })

  it('[AGT-27] is shown by the app in the place of the original, which is acted on in it', async () => {
    const store = bankWith(6)
    const { panel, close } = connected(store)
    const seen: number[] = []
    store.select(ledger).subscribe(({ paid }) => seen.push(paid))
    const { branch } = await panel.call('branch', { store: 'bank', edit: { at: 5, without: [4, 5] } })
    await panel.call('show', { store: branch })
    expect(store.getState().ledger.paid).toBe(2)
    expect(store.get(ledger).paid).toBe(2)
    store.dispatch(bank.paid({ id: 'a', minor: 1 }))
    expect(store.getState().ledger.paid).toBe(3)
    expect(store.timeline.playhead.head).toBe(5)
    await panel.call('seek', { store: branch, to: 2 })
    expect(store.getState().ledger.paid).toBe(1)
    expect((await overview(panel)).map(({ shown }) => shown)).toEqual([false, true])
    await panel.call('show', { store: 'bank' })
    expect(store.getState().ledger.paid).toBe(4)
    expect(seen).toEqual([4, 2, 3, 1, 4])
    store.dispatch(bank.paid({ id: 'a', minor: 1 }))
    expect(store.timeline.playhead.head).toBe(6)
    close()
  })

  it('[AGT-27] that is shown goes with its store when that is taken out', async () => {
    const store = bankWith(6)
    const { panel, detach, close } = connected(store)
    const { branch } = await panel.call('branch', { store: 'bank', edit: { at: 2 } })
    await panel.call('show', { store: branch })
    detach()
    expect(store.getState().ledger.paid).toBe(4)
    close()
  })

  it('[AGT-26] that a dispatch in the past began is listed as well', async () => {
    const store = createStore({ slices: [ledger, statements], parked: 'fork' })
    for (let n = 0; n < 5; n++) store.dispatch(bank.paid({ id: 'a', minor: n }))
    const { panel, close } = connected(store)
    await panel.call('seek', { store: 'bank', to: 2 })
    store.dispatch(bank.paid({ id: 'b', minor: 1 }))
    expect((await overview(panel)).map(({ parent, playhead }) => [parent?.at, playhead.head])).toEqual([
      [undefined, 4],
      [2, 3],
    ])
    close()
  })
})
