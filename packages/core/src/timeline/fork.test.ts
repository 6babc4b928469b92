import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ForkOptions, Progress, Store } from '../index.ts'
import { action, createActions, createSlice, createStore, prepared } from '../index.ts'
import { countingMeter } from '../work/countingMeter.ts'

const notes = createActions('fork', {
  wrote: action<string>(),
  noticed: action(),
  stamped: prepared(({ id, now }) => ({ id: id(), at: now() })),
  failed: action(),
})
/** Order matters, so a fold of other records is another state. */
const text = createSlice('text', '', (on) => [
  on(notes.wrote, (before, { payload }) => before + payload),
  on(notes.failed, () => {
    throw new Error('not here')
  }),
])

function storeOf(letters: string, options: { readonly actor?: string } = {}): Store {
  let time = 0
  const store = createStore({
    slices: [text],
    clock: { now: () => (time += 10) },
    meter: countingMeter(0.01),
    ...options,
  })
  for (const letter of letters) store.dispatch(letter === '.' ? notes.noticed() : notes.wrote(letter))
  return store
}

async function forked(store: Store, options: ForkOptions): Promise<Store> {
  const branch = store.timeline.fork(options)
  await branch.ready
  return branch
}

describe('a fork that changes the past', () => {
  it('[TML-19] leaves out, replaces, inserts and reorders records, by the offsets of its parent', async () => {
    const store = storeOf('abcde')
    const textOf = async (options: ForkOptions) => (await forked(store, options)).get(text)
    expect(await textOf({ without: [1, 3] })).toBe('ace')
    expect(await textOf({ replace: { 2: notes.wrote('X') } })).toBe('abXde')
    expect(await textOf({ replace: { 2: ({ payload }) => notes.wrote(`${payload}${payload}`) } })).toBe('abccde')
    expect(await textOf({ insert: { [-1]: [notes.wrote('1')], 4: [notes.wrote('2'), notes.wrote('3')] } })).toBe(
      '1abcde23',
    )
    expect(await textOf({ order: [3, 1] })).toBe('adcbe')
    expect(await textOf({ at: 2, without: [0] })).toBe('bc')
    expect(
      await textOf({
        at: 3,
        order: [2, 1, 0],
        without: [1],
        replace: { 0: notes.wrote('A') },
        insert: { 0: [notes.wrote('-')] },
      }),
    ).toBe('c-Ad')
    expect(store.get(text)).toBe('abcde')
  })

  it('[TML-19] has dense offsets of its own, the ids of records that were kept, and times that never decrease', async () => {
    const store = storeOf('abcd', { actor: 'Ada' })
    const branch = await forked(store, {
      without: [1],
      replace: { 2: notes.wrote('X') },
      insert: { 0: [notes.wrote('+')] },
      order: [3, 2],
    })
    const records = [0, 1, 2, 3].map((offset) => branch.recordAt(offset))
    expect(branch.get(text)).toBe('a+dX')
    expect(branch.timeline.playhead.head).toBe(3)
    expect(records.map((record) => record?.offset)).toEqual([0, 1, 2, 3])
    expect(records.map((record) => record?.time)).toEqual([20, 20, 50, 50])
    expect(records.map((record) => record?.actor)).toEqual(['Ada', 'Ada', 'Ada', 'Ada'])
    const ids = [0, 1, 2, 3].map((offset) => store.recordAt(offset)?.id)
    expect(records[0]?.id).toBe(ids[0])
    expect(records[2]?.id).toBe(ids[3])
    expect(ids).not.toContain(records[1]?.id)
    expect(ids).not.toContain(records[3]?.id)
    expect(new Set(records.map((record) => record?.id)).size).toBe(4)
  })

  it('[TML-19] tells where it came from, so that lanes can be drawn', async () => {
    const store = storeOf('abcde')
    const branch = await forked(store, { at: 3, without: [1], insert: { 2: [notes.wrote('+')] } })
    branch.dispatch(notes.wrote('!'))
    const { origin } = branch.timeline
    expect(store.timeline.origin).toBeUndefined()
    expect(origin).toMatchObject({ log: 'memory', at: 3, shared: 0 })
    expect([-1, 0, 1, 2, 3, 4, 0.5].map((offset) => origin?.parentOffset(offset))).toEqual([
      undefined,
      0,
      2,
      undefined,
      3,
      undefined,
      undefined,
    ])
    for (const offset of [0, 1, 3])
      expect(branch.recordAt(offset)?.id).toBe(store.recordAt(origin?.parentOffset(offset) ?? -1)?.id)
  })

  it('[TML-19] makes the payload of a prepared action once, at the time of the record in whose place it comes', async () => {
    const store = storeOf('abc')
    const time = store.recordAt(1)?.time
    const branch = await forked(store, { replace: { 1: notes.stamped() } })
    expect(branch.recordAt(1)?.payload).toEqual({ id: expect.any(String), at: time })
  })

  it('[TML-19] is the fold of the records that it was changed to', async () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.'), minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(letters, fc.infiniteStream(fc.nat()), async (written, random) => {
        const pick = (n: number) => (random.next().value as number) % n
        const store = storeOf(written)
        const at = pick(written.length)
        const some = () => Array.from({ length: at + 1 }, (_, offset) => offset).filter(() => pick(3) === 0)
        const without = some()
        const replace = some().filter((offset) => !without.includes(offset))
        const insert = [-1, ...some()]
        const order = some().sort(() => pick(3) - 1)
        const branch = await forked(store, {
          at,
          without,
          replace: Object.fromEntries(replace.map((offset) => [offset, notes.wrote('R')])),
          insert: Object.fromEntries(insert.map((offset) => [offset, [notes.wrote('I')]])),
          order,
        })
        const places = [...order].sort((a, b) => a - b)
        let expected = insert.includes(-1) ? 'I' : ''
        for (let place = 0; place <= at; place++) {
          const offset = places.includes(place) ? (order[places.indexOf(place)] as number) : place
          if (replace.includes(offset)) expected += 'R'
          else if (!without.includes(offset)) expected += written[offset] as string
          if (insert.includes(place)) expected += 'I'
        }
        expect(branch.get(text)).toBe(expected.replaceAll('.', ''))
        expect(branch.timeline.playhead.head).toBe(expected.length - 1)
        for (let offset = 0; offset < expected.length; offset++)
          expect(branch.at(offset).get(text)).toBe(expected.slice(0, offset + 1).replaceAll('.', ''))
        expect(store.get(text)).toBe(written.replaceAll('.', ''))
      }),
      { numRuns: 60 },
    )
  })

  it('[TML-20] is there at once with what it shares, and is ready when the rest is folded, in slices', async () => {
    const store = storeOf('')
    store.dispatch(Array.from({ length: 2_000 }, () => notes.wrote('a')))
    const branch = store.timeline.fork({ without: [100] })
    const seen: (Progress | undefined)[] = []
    const moves: unknown[] = []
    branch.progress$.subscribe((progress) => seen.push(progress))
    branch.timeline.playhead$.subscribe((playhead) => moves.push(playhead))
    expect(branch.get(text)).toHaveLength(100)
    branch.dispatch(notes.wrote('!'))
    expect(branch.get(text)).toHaveLength(100)
    await branch.ready
    expect(branch.get(text)).toBe(`${'a'.repeat(1_999)}!`)
    expect(moves).toMatchObject([{ head: 99 }, { head: 1_998 }, { head: 1_999 }])
    // The first slice is done when `fork` returns.
    expect(seen[0]).toMatchObject({ work: 'branching', total: 1_899 })
    expect(seen.length).toBeGreaterThan(2)
    expect(seen.at(-1)).toBeUndefined()
    expect(store.get(text)).toHaveLength(2_000)
  })

  it('[TML-20] is abandoned when it is closed before', async () => {
    const store = storeOf('')
    store.dispatch(Array.from({ length: 2_000 }, () => notes.wrote('a')))
    const branch = store.timeline.fork({ without: [100] })
    const ready = expect(branch.ready).rejects.toThrow('(store/closed)')
    await branch.close()
    await ready
    expect(branch.get(text)).toHaveLength(100)
  })

  it('[TML-20] tells of a reducer that throws on a record that is new', async () => {
    const store = storeOf('ab')
    const branch = store.timeline.fork({ insert: { 0: [notes.failed()] } })
    const errors: string[] = []
    branch.error$.subscribe(({ code }) => errors.push(code))
    await branch.ready
    expect(errors).toEqual(['fold/reducer-threw'])
    expect(branch.get(text)).toBe('ab')
  })

  it('[TML-20] folds on by the reducers of its parent, and can be branched in turn', async () => {
    const store = storeOf('abc')
    const branch = await forked(store, { without: [1] })
    const second = await forked(branch, { without: [0] })
    second.dispatch(notes.wrote('!'))
    expect(second.get(text)).toBe('c!')
    expect(second.timeline.origin?.parentOffset(0)).toBe(1)
  })

  it('[TML-20] refuses changes that cannot be made, with the offset, and makes nothing', () => {
    const store = storeOf('abcde')
    const refused = (options: ForkOptions) => expect(() => store.timeline.fork(options))
    refused({ at: 2, without: [3] }).toThrow(
      "Cannot fork: `without` names offset 3, and the offsets there are 0 … 2. Offsets are the parent's, up to the branch's `at`. Nothing was made. (timeline/bad-fork)",
    )
    refused({ without: [1, 1] }).toThrow('`without` names offset 1 twice')
    refused({ without: [0.5] }).toThrow('`without` names offset 0.5')
    refused({ at: -1, without: [0] }).toThrow('the branch has no records of the parent')
    refused({ without: [2], replace: { 2: notes.noticed() } }).toThrow('record 2 is both left out and replaced')
    refused({ replace: { [-1]: notes.noticed() } }).toThrow('`replace` names offset -1')
    refused({ insert: { 9: [notes.noticed()] } }).toThrow('`insert` names offset 9, and the offsets there are -1 … 4')
    refused({ order: [1, 2, 1] }).toThrow('`order` names offset 1 twice, and must be a permutation')
    refused({ replace: { 3: { type: 'x', payload: () => {} } } }).toThrow(
      'the action in the place of record 3 is refused',
    )
    refused({
      replace: {
        3: () => {
          throw new Error('no idea')
        },
      },
    }).toThrow('the action in the place of record 3 is refused: no idea')
    refused({ insert: { 3: [notes.noticed(), { type: '' }] } }).toThrow(
      'action 1 of those to insert after offset 3 is refused',
    )
    expect(() => store.timeline.fork({ replace: { 3: { type: '' } } })).toThrow(
      expect.objectContaining({
        code: 'timeline/bad-fork',
        cause: expect.objectContaining({ code: 'dispatch/not-an-action' }),
      }),
    )
    expect(store.timeline.playhead).toMatchObject({ head: 4, status: 'live' })
  })
})
