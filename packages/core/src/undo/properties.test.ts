import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateHash } from '../codec/stateHash.ts'
import { compileFold } from '../fold/compileFold.ts'
import type { Dispatchable, EventLog, LogReader, LogRecord, PlacedRecord, Store } from '../index.ts'
import { createStore, memoryLog, PlayheadError, place } from '../index.ts'
import { countingMeter } from '../work/countingMeter.ts'
import { board, cards, page, told } from './board.fixtures.ts'
import { naiveState } from './voids.fixtures.ts'

const slices = [cards, told, page] as const
const fold = compileFold(slices)
const meter = countingMeter(0.01)

/** A log that answers when it is told to, and to which others write. */
function slowLog(): EventLog & {
  answer(count: number): void
  foreign(record: LogRecord): void
  placed: PlacedRecord[]
} {
  let reader: LogReader | undefined
  const placed: PlacedRecord[] = []
  const waiting: LogRecord[] = []
  const put = (records: readonly LogRecord[]) => {
    const answered = records.map((record) => {
      const at = place(record, placed.length, placed.at(-1)?.time ?? 0)
      placed.push(at)
      return at
    })
    if (answered.length > 0) reader?.placed(answered)
  }
  return {
    name: 'slow',
    durable: true,
    placed,
    open: (opener) => {
      reader = opener
      return []
    },
    append: (records) => void waiting.push(...records),
    answer: (count) => put(waiting.splice(0, count)),
    foreign: (record) => put([record]),
    flush: async () => {},
    close: async () => {},
  }
}

const anyId = fc.constantFrom('a', 'b', 'c')
const anyAction: fc.Arbitrary<Dispatchable> = fc.oneof(
  anyId.map((id) => board.added({ id, title: id })),
  fc.record({ id: anyId, to: fc.nat(5) }).map((payload) => board.moved(payload)),
  anyId.map((id) => board.removed({ id })),
  fc.constantFrom('x', 'y').map((name) => board.opened(name)),
  fc.record({ id: anyId, minor: fc.nat(5) }).map((payload) => board.paid(payload)),
)
const anyStep = fc.oneof(
  { weight: 6, arbitrary: anyAction.map((action) => ({ kind: 'act' as const, action })) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('grouped' as const),
      group: fc.nat(2),
      actions: fc.array(anyAction, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ kind: 'undo' as const }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'redo' as const }) },
  { weight: 2, arbitrary: fc.nat().map((which) => ({ kind: 'undoAny' as const, which })) },
  { weight: 2, arbitrary: fc.nat().map((which) => ({ kind: 'redoAny' as const, which })) },
  { weight: 3, arbitrary: fc.nat(3).map((count) => ({ kind: 'answer' as const, count })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('foreign' as const), action: anyAction }) },
)
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

/** Does what people do. What is refused changes nothing, and is passed over. */
function act(
  store: Store,
  step: Step,
  log: ReturnType<typeof slowLog> | undefined,
  groups: Map<number, ReturnType<Store['group']>>,
): void {
  const anyIdIn = (which: number) => {
    const { head } = store.timeline.playhead
    return head < 0 ? undefined : store.recordAt(which % (head + 1))?.id
  }
  try {
    if (step.kind === 'act') store.dispatch(step.action)
    else if (step.kind === 'undo') store.undo()
    else if (step.kind === 'redo') store.redo()
    else if (step.kind === 'answer') log?.answer(step.count)
    else if (step.kind === 'grouped') {
      const group = groups.get(step.group) ?? store.group(`group ${step.group}`)
      groups.set(step.group, group)
      group.dispatch(step.actions)
    } else if (step.kind === 'foreign') {
      const { type, payload } = step.action
      const id = `other.${log?.placed.length ?? 0}` as LogRecord['id']
      log?.foreign({ id, type, version: 1, payload, time: 1 })
    } else {
      const id = anyIdIn(step.which)
      if (id !== undefined) store[step.kind === 'undoAny' ? 'undo' : 'redo']({ ids: [id] })
    }
  } catch (thrown) {
    if (!(thrown instanceof PlayheadError && thrown.code === 'undo/refused')) throw thrown
  }
}

const recordsOf = (store: Store) =>
  Array.from({ length: store.timeline.playhead.head + 1 }, (_, offset) => store.recordAt(offset) as PlacedRecord)
const hashOf = (records: readonly LogRecord[]) => stateHash(naiveState(fold, records))

describe('any use of undo', () => {
  it('[UND-1] gives at every place, in any order, reopened, and on branches, the fold of what counts there', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 50 }), fc.array(fc.nat(), { maxLength: 10 }), (steps, places) => {
        const store = createStore({ slices, meter })
        const groups = new Map<number, ReturnType<Store['group']>>()
        for (const step of steps) {
          act(store, step, undefined, groups)
          expect(stateHash(store.getState())).toBe(hashOf(recordsOf(store)))
        }
        const records = recordsOf(store)
        const reopened = createStore({ slices, log: memoryLog({ records }), meter })
        expect(reopened.undoable).toEqual(store.undoable)
        for (const any of places) {
          const offset = (any % (records.length + 1)) - 1
          const expected = hashOf(records.slice(0, offset + 1))
          for (const each of [store, reopened]) expect(stateHash(each.at(offset).getState())).toBe(expected)
          const branch = store.timeline.fork({ at: offset })
          if (branch.undoable.canUndo) branch.undo()
          branch.dispatch(board.opened('branch'))
          expect(stateHash(branch.getState())).toBe(hashOf(recordsOf(branch)))
        }
        expect(recordsOf(store)).toEqual(records)
      }),
    )
  })

  it('[UND-9] gives the same while records wait for their places, and others get in between', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 50 }), (steps) => {
        const log = slowLog()
        const store = createStore({ slices, log, meter })
        const groups = new Map<number, ReturnType<Store['group']>>()
        store.error$.subscribe(() => {})
        const sent: LogRecord[] = []
        store.action$.subscribe((record) => {
          if (!record.id.startsWith('other')) sent.push(record)
        })
        for (const step of steps) {
          act(store, step, log, groups)
          const known = new Set(log.placed.map(({ id }) => id))
          const pending = sent.filter(({ id }) => !known.has(id))
          expect(stateHash(store.getState())).toBe(hashOf([...log.placed, ...pending]))
        }
        log.answer(Number.POSITIVE_INFINITY)
        for (let offset = -1; offset < log.placed.length; offset++)
          expect(stateHash(store.at(offset).getState())).toBe(hashOf(log.placed.slice(0, offset + 1)))
      }),
    )
  })

  it('[UND-3] undone as far as it goes and redone as often is as it was', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), fc.nat(10), (steps, many) => {
        const store = createStore({ slices, meter })
        const groups = new Map<number, ReturnType<Store['group']>>()
        for (const step of steps) act(store, step, undefined, groups)
        const states = [stateHash(store.getState())]
        while (states.length <= many && store.undoable.canUndo) {
          store.undo()
          states.push(stateHash(store.getState()))
        }
        while (states.length > 1) {
          expect(stateHash(store.getState())).toBe(states.pop())
          store.redo()
        }
        expect(stateHash(store.getState())).toBe(states.pop())
      }),
    )
  })
})
