import { describe, expect, it } from 'vitest'
import { stateHash } from '../codec/stateHash.ts'
import type { LogRecord, PlacedRecord, Undoable } from '../index.ts'
import {
  action,
  createActions,
  createEffect,
  createSlice,
  createStore,
  fromReducer,
  memoryLog,
  topic,
  voided,
} from '../index.ts'
import { countingMeter } from '../work/countingMeter.ts'
import { board, cards, page, told } from './board.fixtures.ts'

const boardStore = (options: { readonly actor?: string; readonly records?: readonly PlacedRecord[] } = {}) => {
  const { records, ...rest } = options
  return createStore({ slices: [cards, told, page], ...rest, ...(records && { log: memoryLog({ records }) }) })
}
type BoardStore = ReturnType<typeof boardStore>
const titles = (store: Pick<BoardStore, 'get'>) => [
  ...store
    .get(cards)
    .byId.values()
    .map(({ title }) => title),
]
const recordsOf = (store: BoardStore) =>
  Array.from({ length: store.timeline.playhead.head + 1 }, (_, offset) => store.recordAt(offset) as PlacedRecord)
const add = (id: string) => board.added({ id, title: id })

describe('undo', () => {
  it('[UND-3] takes back the last step, and redo brings it back, as records of their own', () => {
    const store = boardStore()
    store.dispatch(add('a'))
    store.dispatch(add('b'))
    const before = stateHash(store.getState())
    const id = store.recordAt(1)?.id

    expect(store.undo()).toEqual(voided({ ids: [id as never] }))
    expect(titles(store)).toEqual(['a'])
    expect(store.recordAt(2)).toMatchObject({ type: 'playhead/voided', payload: { ids: [id] } })
    store.redo()
    expect(store.recordAt(3)?.payload).toEqual({ ids: [store.recordAt(2)?.id] })
    expect(stateHash(store.getState())).toBe(before)
    store.undo()
    store.undo()
    expect(titles(store)).toEqual([])
    expect(store.undo()).toBeUndefined()
    store.redo()
    store.redo()
    expect(store.redo()).toBeUndefined()
    expect(stateHash(store.getState())).toBe(before)
  })

  it('[UND-1] shows at an earlier place what was undone later', () => {
    const store = boardStore()
    store.dispatch([add('a'), add('b')])
    store.undo()
    store.redo()
    expect([-1, 0, 1, 2, 3].map((offset) => titles(store.at(offset)))).toEqual([
      [],
      ['a'],
      ['a', 'b'],
      ['a'],
      ['a', 'b'],
    ])
  })

  it('[UND-3] leaves nothing to redo once something new was done, and passes over what is not undoable', () => {
    const store = boardStore()
    store.dispatch(add('a'))
    store.undo()
    store.dispatch(board.opened('settings'))
    expect(store.undoable.canRedo).toBe(true)
    store.dispatch(add('b'))
    expect(store.undoable).toMatchObject({ canUndo: true, canRedo: false })
    store.undo()
    expect(store.get(page)).toBe('settings')
    expect(store.undoable.canUndo).toBe(false)
  })

  it('[UND-4] takes along what the step has led to', () => {
    const stamp = createActions('stamp', {
      numbered: action<string>({ undoable: true }),
      noted: action({ undoable: true }),
    })
    const numbers = createSlice('numbers', [] as readonly string[], (on) => [
      on(stamp.numbered, (state, { payload }) => [...state, payload]),
      on(stamp.noted, (state) => [...state, 'noted']),
    ])
    const number = createEffect('number', {
      on: board.added,
      flatten: 'merge',
      run: ({ payload }) => [stamp.numbered(payload.id)],
      failed: () => board.opened('failed'),
    })
    const note = createEffect('note', {
      on: stamp.numbered,
      flatten: 'merge',
      run: () => [stamp.noted()],
      failed: () => board.opened('failed'),
    })
    const store = createStore({ slices: [cards, numbers], effects: [number, note] })
    store.dispatch(add('a'))
    store.dispatch(add('b'))
    expect(store.undoable.undo?.ids).toHaveLength(1)
    store.undo()
    expect(store.get(numbers)).toEqual(['a', 'noted'])
    expect(store.recordAt(6)?.payload).toMatchObject({ ids: { length: 3 } })
    store.redo()
    expect(store.get(numbers)).toEqual(['a', 'noted', 'b', 'noted'])
  })

  it('[UND-4] is refused where something that it led to cannot be undone, and names it', () => {
    const pay = createEffect('pay', {
      on: board.added,
      flatten: 'merge',
      run: ({ payload }) => [board.paid({ id: payload.id, minor: 5 })],
      failed: () => board.opened('failed'),
    })
    const store = createStore({ slices: [cards], effects: [pay] })
    store.dispatch(add('a'))
    expect(store.undoable).toMatchObject({ canUndo: false, undo: { label: 'board/added' } })
    expect(() => store.undo()).toThrow('it led to "board/paid" (offset 1), which is not declared `undoable`')
    expect(() => store.undo({ ids: [store.recordAt(1)?.id as never] })).toThrow('(undo/refused)')
    expect(store.timeline.playhead.head).toBe(1)
  })

  it('[UND-4] refuses what is not there, what is undone already, and an undo', () => {
    const store = boardStore()
    store.dispatch(add('a'))
    const id = store.recordAt(0)?.id as never
    expect(() => store.undo({ ids: ['c.9' as never] })).toThrow('no record in memory has the id c.9')
    expect(() => store.undo({ ids: [] })).toThrow('no records are named')
    expect(() => store.undo({ group: 'none' })).toThrow('belongs to the group "none"')
    expect(() => store.redo({ ids: [id] })).toThrow('Cannot redo')
    store.undo()
    expect(() => store.undo({ ids: [id] })).toThrow('is undone already')
    expect(() => store.undo({ ids: [store.recordAt(1)?.id as never] })).toThrow('is an undo itself')
    expect(store.timeline.playhead.head).toBe(1)
  })

  it('[UND-5] is refused beyond the seek budget, counted from the first record that is folded again', () => {
    const store = createStore({ slices: [cards, told, page], meter: countingMeter(0.1), seekBudgetMs: 8 })
    store.dispatch(add('a'))
    for (let i = 0; i < 79; i++) store.dispatch(board.opened(`page ${i}`))
    const near = store.timeline.fork()
    expect(near.undo()).toBeDefined()
    for (let i = 0; i < 20; i++) store.dispatch(board.opened(`page ${i}`))
    const { head } = store.timeline.playhead
    expect(() => store.undo()).toThrow('(undo/too-far)')
    expect(store.timeline.playhead.head).toBe(head)
    // What is new is undone whatever the length of the log, however far back others lie.
    store.dispatch(add('b'))
    store.undo()
    expect(titles(store)).toEqual(['a'])
  })

  it('[UND-6] takes a group as one step, dispatched at once or over time', () => {
    const store = boardStore()
    store.dispatch(add('a'))
    const drag = store.group('Move the card')
    drag.dispatch(board.moved({ id: 'a', to: 1 }))
    store.dispatch(board.opened('list'))
    drag.dispatch([board.moved({ id: 'a', to: 2 }), board.moved({ id: 'a', to: 3 })])
    expect(store.recordAt(1)?.group).toBe(drag.id)
    expect(store.undoable.undo).toMatchObject({ label: 'Move the card', type: 'board/moved', ids: { length: 3 } })
    store.undo()
    expect(store.get(cards).byId.get('a')?.at).toBe(0)
    expect(store.undoable.redo?.label).toBe('Move the card')
    store.redo()
    expect(store.get(cards).byId.get('a')?.at).toBe(3)
    expect(store.get(page)).toBe('list')
    expect(store.group('Move the card').id).not.toBe(drag.id)
  })

  it('[UND-6] refuses a group with something in it that cannot be undone', () => {
    const store = boardStore()
    const group = store.group('Buy')
    group.dispatch([board.paid({ id: 'a', minor: 1 }), add('a')])
    expect(store.undoable.canUndo).toBe(false)
    expect(() => store.undo()).toThrow('"board/paid" (offset 0) is not declared `undoable`')
    store.group('Look').dispatch(board.opened('x'))
    expect(store.undoable.undo?.label).toBe('Buy')
  })

  it('[UND-7] takes any record, group or actor out of order, and brings each back', () => {
    const store = boardStore({ actor: 'ann' })
    const first = store.group('first')
    first.dispatch([add('a'), add('b')])
    store.dispatch(add('c'))
    store.undo({ group: first })
    expect(titles(store)).toEqual(['c'])
    store.undo({ ids: [store.recordAt(2)?.id as never] })
    expect(titles(store)).toEqual([])
    store.redo({ group: first.id })
    expect(titles(store)).toEqual(['a', 'b'])
    store.redo({ ids: [store.recordAt(2)?.id as never] })
    expect(titles(store)).toEqual(['a', 'b', 'c'])
  })

  it('[UND-7] undoes own steps only, unless it is told whose', () => {
    const bob = boardStore({ actor: 'bob' })
    bob.dispatch(add('b1'))
    bob.dispatch(add('b2'))
    const ann = boardStore({ actor: 'ann', records: recordsOf(bob) })
    expect(ann.undo()).toBeUndefined()
    ann.dispatch(add('a1'))
    ann.undo({ actor: 'bob' })
    expect(titles(ann)).toEqual(['b1', 'a1'])
    expect(ann.recordAt(3)?.actor).toBe('ann')
    ann.undo()
    expect(titles(ann)).toEqual(['b1'])
    ann.redo()
    ann.redo()
    expect(titles(ann)).toEqual(['b1', 'b2', 'a1'])
  })

  it('[UND-8] tells what the buttons can do, the same object until that changes, and the same after a reload', () => {
    const store = boardStore()
    const seen: Undoable[] = []
    store.undoable$.subscribe((undoable) => seen.push(undoable))
    const before = store.undoable
    store.dispatch(board.opened('x'))
    expect(store.undoable).toBe(before)
    store.dispatch(add('a'))
    store.dispatch(add('b'))
    store.undo()
    expect(seen.map(({ canUndo, canRedo }) => [canUndo, canRedo])).toEqual([
      [false, false],
      [true, false],
      [true, false],
      [true, true],
    ])
    const reloaded = boardStore({ records: recordsOf(store) })
    expect(reloaded.undoable).toEqual(store.undoable)
    expect(stateHash(reloaded.getState())).toBe(stateHash(store.getState()))
    reloaded.redo()
    expect(titles(reloaded)).toEqual(['a', 'b'])
  })

  it('[UND-9] works on the live state while the playhead is parked, on a branch where dispatches go there, and not in a read-only past', async () => {
    const store = boardStore()
    store.dispatch([add('a'), add('b')])
    await store.timeline.seek(0)
    store.undo()
    expect(titles(store)).toEqual(['a'])
    expect(titles(store.live)).toEqual(['a'])
    expect(store.timeline.playhead).toMatchObject({ offset: 0, head: 2, status: 'parked' })

    const forking = createStore({ slices: [cards], parked: 'fork' })
    forking.dispatch([add('a'), add('b')])
    await forking.timeline.seek(0)
    forking.undo()
    expect([forking.timeline.playhead.head, [...forking.live.get(cards).byId.keys()]]).toEqual([1, ['a', 'b']])

    const refusing = createStore({ slices: [cards], parked: 'refuse' })
    refusing.dispatch([add('a'), add('b')])
    await refusing.timeline.seek(0)
    expect(() => refusing.undo()).toThrow('(dispatch/parked)')
    expect(() => refusing.group('x').dispatch(add('c'))).toThrow('(dispatch/parked)')
  })

  it('[UND-9] called twice by a subscriber takes back two steps, and tells a refusal through error$', () => {
    const store = boardStore()
    const problems: string[] = []
    store.error$.subscribe(({ code }) => problems.push(code))
    store.dispatch([add('a'), add('b'), add('c')])
    store.action$.subscribe(({ type }) => {
      if (type !== board.opened.type) return
      expect(store.undo()).toBeUndefined()
      store.undo()
      store.undo({ group: 'none' })
    })
    store.dispatch(board.opened('x'))
    expect(titles(store)).toEqual(['a'])
    expect(problems).toEqual(['undo/refused'])
  })

  it('[UND-10] reaches effects and action$, and no slice', () => {
    const heard: LogRecord[] = []
    const all = createSlice('all', 0, (on) => [on(topic('#'), (n) => n + 1)])
    const redux = fromReducer('redux', (n: number | undefined = 0, _: { type: string }) => n + 1)
    const listen = createEffect('listen', {
      on: voided,
      flatten: 'merge',
      run: ({ payload }) => [board.opened(`${payload.ids.length} undone`)],
      failed: () => board.opened('failed'),
    })
    const store = createStore({ slices: [all, redux, page, cards], effects: [listen] })
    store.action$.subscribe((record) => heard.push(record))
    store.dispatch(add('a'))
    const counted = [store.get(all), store.get(redux)]
    store.undo()
    expect(store.get(page)).toBe('1 undone')
    expect(heard.map(({ type }) => type)).toEqual(['board/added', 'playhead/voided', 'board/opened'])
    expect([store.get(all), store.get(redux)]).toEqual(counted)
  })

  it('[UND-10] cannot be dispatched by hand, nor listened to by a slice', () => {
    const store = boardStore()
    store.dispatch(add('a'))
    expect(() => store.dispatch(voided({ ids: [store.recordAt(0)?.id as never] }))).toThrow('(undo/reserved)')
    const wrong = createSlice('wrong', 0, (on) => [on(voided, (n) => n + 1)])
    expect(() => createStore({ slices: [wrong] })).toThrow('(undo/in-slice)')
  })

  it('[UND-1] is found by blame, diff, runUntil and play', async () => {
    const store = boardStore()
    store.dispatch([add('a'), board.moved({ id: 'a', to: 7 }), board.opened('x')])
    store.undo()
    const blamed: unknown[] = []
    for await (const { record, before, after } of store.timeline.blame(['cards', 'byId', 'a', 'at']))
      blamed.push([record.type, before, after])
    expect(blamed).toEqual([
      ['playhead/voided', 7, 0],
      ['board/moved', 0, 7],
      ['board/added', undefined, 0],
    ])
    expect(store.timeline.diff(2, 3).map(({ path }) => path.join('.'))).toContain('cards.byId.a.at')
    const stopped = await store.timeline.runUntil((view) => view.get(cards).byId.get('a')?.at === 0, { from: 1 })
    expect(stopped?.offset).toBe(3)
  })

  it('[UND-2] takes only records that are before it: one that was left out of a branch is nothing to it', async () => {
    const store = boardStore()
    store.dispatch([add('a'), add('b')])
    store.undo()
    const branch = store.timeline.fork({ without: [2] })
    const other = store.timeline.fork({ without: [1] })
    await Promise.all([branch.ready, other.ready])
    expect([...branch.get(cards).byId.keys()]).toEqual(['a', 'b'])
    expect([...other.get(cards).byId.keys()]).toEqual(['a'])
    const plain = store.timeline.fork()
    plain.redo()
    expect([...plain.get(cards).byId.keys()]).toEqual(['a', 'b'])
    expect(titles(store)).toEqual(['a'])
  })
})
