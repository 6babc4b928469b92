import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import type { Selector, TableDraft } from '../index.ts'
import {
  action,
  createActions,
  createAggregate,
  createDerivedTable,
  createSelector,
  createSlice,
  createStore,
  table,
} from '../index.ts'
import { SelectorMemo } from './SelectorMemo.ts'

interface Row {
  readonly n: number
}
const edits = createActions('memory', { edited: action() })

/** The state of a slice `rows` after a reducer has written to it. */
function edited(rows: ReturnType<typeof numbered>, edit: (draft: TableDraft<string, Row>) => void) {
  const slice = createSlice('rows', rows, (on) => [
    on(edits.edited, (draft) => {
      edit(draft)
    }),
  ])
  const store = createStore({ slices: [slice] })
  store.dispatch(edits.edited())
  return store.getState().rows
}

const numbered = (count: number) =>
  table({ rows: Array.from({ length: count }, (_, n) => [`k${n}`, { n }] as [string, Row]) })

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Whether an object goes once nothing but `keeps` is alive. A `WeakRef` holds on until the end of its turn. */
async function isGone(make: () => { readonly ref: WeakRef<object>; readonly keeps: unknown }): Promise<boolean> {
  const { ref, keeps } = make()
  await new Promise((done) => setImmediate(done))
  collect()
  const gone = ref.deref() === undefined
  // Alive until here.
  void String(keeps !== undefined)
  return gone
}

describe('what is kept', () => {
  it.each<[string, (draft: TableDraft<string, Row>) => void]>([
    ['replaced', (draft) => draft.set('k7', { n: -1 })],
    ['deleted', (draft) => draft.delete('k7')],
    [
      'deleted and inserted again',
      (draft) => {
        draft.delete('k7')
        draft.set('k7', { n: 7 })
      },
    ],
    ['replaced with all others', (draft) => draft.mapAll(({ n }) => ({ n: n + 1 }))],
    ['cleared', (draft) => draft.clear()],
  ])('[TBL-15] of a row that was %s is nothing, once the version that had it is gone', async (_, edit) => {
    expect(
      await isGone(() => {
        const before = numbered(100)
        return { ref: new WeakRef(before.get('k7') as Row), keeps: edited(before, edit) }
      }),
    ).toBe(true)
  })

  it('[TBL-15] by an old version is all that it had', async () => {
    expect(
      await isGone(() => {
        const before = numbered(100)
        edited(before, (draft) => draft.clear())
        return { ref: new WeakRef(before.get('k7') as Row), keeps: before }
      }),
    ).toBe(false)
  })

  it('[TBL-15] by a view that went on to another version is nothing of the old one, watched or not', async () => {
    const slice = createSlice('rows', numbered(0), () => [])
    const selectors: readonly Selector<unknown>[] = [
      createAggregate(slice, (rows) => rows, {
        initial: 0,
        add: (sum, { n }) => sum + n,
        remove: (sum, { n }) => sum - n,
      }),
      createAggregate(slice, (rows) => rows, {
        by: ({ n }) => n,
        initial: 0,
        add: (sum) => sum + 1,
        remove: (sum) => sum - 1,
      }),
      createDerivedTable(slice, (rows) => rows, { where: ({ n }) => n > 3, order: (a, b) => b.n - a.n, limit: 50 }),
      createSelector(slice, (rows) => rows.get('k7')),
      createSelector(slice, (rows) => [...rows.keys()].length),
    ]
    expect(
      await isGone(() => {
        const before = numbered(100)
        const memo = new SelectorMemo({ rows: before })
        for (const selector of selectors) {
          memo.read(selector)
          memo.watch(selector, () => {})
        }
        memo.moveTo({ rows: edited(before, (draft) => draft.set('k7', { n: 70 })) })
        return { ref: new WeakRef(before.get('k7') as Row), keeps: memo }
      }),
    ).toBe(true)
  })
})
