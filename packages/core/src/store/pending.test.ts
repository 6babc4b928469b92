import fc from 'fast-check'
import { map, Subject } from 'rxjs'
import { describe, expect, it, vi } from 'vitest'
import type { EventLog, LogReader, LogRecord, PlacedRecord } from '../index.ts'
import { action, createActions, createSlice, createStore, PlayheadError, place } from '../index.ts'
import type { RecordId } from '../log/RecordId.ts'

const notes = createActions('notes', { wrote: action<string>() })
const text = createSlice('text', [] as string[], (on) => [
  on(notes.wrote, (state, { payload }) => {
    state.push(payload)
  }),
])
const times = createSlice('times', [] as number[], (on) => [
  on(notes.wrote, (state, { time }) => {
    state.push(time)
  }),
])

/** A log that answers when it is told to, and to which others write. */
function slowLog(): EventLog & { answer(count?: number): void; foreign(text: string): void; fail(): void } {
  let reader: LogReader | undefined
  const placed: PlacedRecord[] = []
  const waiting: LogRecord[] = []
  const put = (records: readonly LogRecord[]) => {
    const answered = records.map((record) => {
      const at = place(record, placed.length, placed.at(-1)?.time ?? 0)
      placed.push(at)
      return at
    })
    reader?.placed(answered)
  }
  return {
    name: 'slow',
    durable: true,
    open: (opener) => {
      reader = opener
      return []
    },
    append: (records) => void waiting.push(...records),
    answer(count = waiting.length) {
      put(waiting.splice(0, count))
      reader?.durable(placed.length - 1)
    },
    foreign: (payload) =>
      put([{ id: `other.${placed.length}` as RecordId, type: notes.wrote.type, version: 1, payload, time: 1 }]),
    fail: () => reader?.failed(new PlayheadError({ code: 'test/full', message: 'The disk is full.' })),
    flush: async () => {},
    close: async () => {},
  }
}

describe('records that wait for their offset', () => {
  it('[FLD-2] are folded at once and are not counted by the head', () => {
    const log = slowLog()
    const store = createStore({ slices: [text], log })
    const records: LogRecord[] = []
    store.action$.subscribe((record) => records.push(record))
    store.dispatch(notes.wrote('a'))
    expect(store.get(text)).toEqual(['a'])
    expect(store.timeline.playhead.head).toBe(-1)
    expect(records[0]?.offset).toBeUndefined()
    log.answer()
    expect(store.timeline.playhead.head).toBe(0)
    expect(store.get(text)).toEqual(['a'])
    expect(records).toHaveLength(1)
  })

  it('[FLD-2] are folded again, with one notification, after records that others got in first', () => {
    const log = slowLog()
    const store = createStore({ slices: [text], log })
    store.dispatch([notes.wrote('mine 1'), notes.wrote('mine 2')])
    const listener = vi.fn()
    store.subscribe(listener)
    log.foreign('theirs')
    expect(store.get(text)).toEqual(['theirs', 'mine 1', 'mine 2'])
    expect(listener).toHaveBeenCalledTimes(1)
    log.answer(1)
    log.foreign('theirs too')
    expect(store.get(text)).toEqual(['theirs', 'mine 1', 'theirs too', 'mine 2'])
    log.answer()
    expect(store.at(3).get(text)).toEqual(['theirs', 'mine 1', 'theirs too', 'mine 2'])
  })

  it('[FLD-2] are folded again when the log raised their time, because reducers read it', () => {
    const log = slowLog()
    let now = 5
    const store = createStore({ slices: [times], log, clock: { now: () => now } })
    store.dispatch(notes.wrote('a'))
    expect(store.get(times)).toEqual([5])
    now = 9
    log.answer()
    const raised = slowLog()
    const other = createStore({ slices: [times], log: raised, clock: { now: () => 0 } })
    other.dispatch(notes.wrote('b'))
    raised.foreign('at 1')
    raised.answer()
    expect(other.get(times)).toEqual([1, 1])
  })

  it('[FLD-2] state is the fold of the log and then of what is pending, after any schedule', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('dispatch' as const), n: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ do: fc.constant('answer' as const), n: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ do: fc.constant('foreign' as const), n: fc.constant(1) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (schedule) => {
        const log = slowLog()
        const store = createStore({ slices: [text], log, clock: { now: () => 7 } })
        const inLog: string[] = []
        const waiting: string[] = []
        let next = 0
        for (const { do: what, n } of schedule) {
          if (what === 'dispatch') {
            const batch = Array.from({ length: n }, () => `m${next++}`)
            waiting.push(...batch)
            store.dispatch(batch.map((each) => notes.wrote(each)))
          } else if (what === 'answer') {
            inLog.push(...waiting.splice(0, n))
            log.answer(n)
          } else {
            inLog.push(`f${next}`)
            log.foreign(`f${next++}`)
          }
          expect(store.get(text)).toEqual([...inLog, ...waiting])
          expect(store.timeline.playhead.head).toBe(inLog.length - 1)
          expect(store.at(inLog.length - 1).get(text)).toEqual(inLog)
        }
      }),
    )
  })

  it('[STO-1] are durable when the log says so', async () => {
    const log = slowLog()
    const store = createStore({ slices: [text], log })
    const wrote = store.dispatch(notes.wrote('a'))
    let safe = false
    const durable = store.durable(wrote).then(() => {
      safe = true
    })
    await Promise.resolve()
    expect(safe).toBe(false)
    log.answer()
    await durable
    expect(safe).toBe(true)
    await expect(store.durable(wrote)).resolves.toBeUndefined()
  })

  it('[STO-1] are never durable in memory, nor when the log failed, nor without a dispatch', async () => {
    const memory = createStore({ slices: [text] })
    await expect(memory.durable(memory.dispatch(notes.wrote('a')))).rejects.toThrow('(log/memory-only)')
    const log = slowLog()
    const store = createStore({ slices: [text], log })
    const errors: string[] = []
    store.error$.subscribe(({ code }) => errors.push(code))
    await expect(store.durable(notes.wrote('never dispatched'))).rejects.toThrow('(store/not-dispatched)')
    const durable = store.durable(store.dispatch(notes.wrote('a')))
    log.fail()
    await expect(durable).rejects.toThrow('The disk is full.')
    expect(errors).toEqual(['test/full'])
    expect(store.get(text)).toEqual(['a'])
  })
})

describe('a log that others write to', () => {
  it('[ACT-4] gives a record of an older version in the shape of today', () => {
    const log = slowLog()
    const today = createActions('notes', {
      wrote: action<{ text: string }>({ version: 2, upcast: { 1: (old: string) => ({ text: old }) } }),
    })
    const texts = createSlice('texts', [] as string[], (on) => [
      on(today.wrote, (state, { payload }) => {
        state.push(payload.text)
      }),
    ])
    const store = createStore({ slices: [texts], log })
    log.foreign('old shape')
    expect(store.get(texts)).toEqual(['old shape'])
  })

  it('[TML-3] leaves a parked view as it is, whatever gets in before the pending records', async () => {
    const log = slowLog()
    const store = createStore({ slices: [text], log })
    log.foreign('first')
    store.dispatch(notes.wrote('mine'))
    await store.timeline.seek(0)
    const parked = store.getState()
    log.foreign('theirs')
    log.answer()
    expect(store.getState()).toBe(parked)
    expect(store.timeline.playhead).toMatchObject({ offset: 0, head: 2, status: 'parked' })
    expect(store.live.get(text)).toEqual(['first', 'theirs', 'mine'])
  })
})

describe('a log that failed', () => {
  it('[STO-1] makes records durable again once it can', async () => {
    const log = slowLog()
    const store = createStore({ slices: [text], log })
    store.error$.subscribe()
    const wrote = store.dispatch(notes.wrote('a'))
    const first = expect(store.durable(wrote)).rejects.toThrow('The disk is full.')
    log.fail()
    await first
    const second = store.durable(wrote)
    log.answer()
    await expect(second).resolves.toBeUndefined()
  })
})

describe('a log that takes time to open', () => {
  it('[STO-2] queues dispatches until it is open', async () => {
    const { log, opened } = openLater()
    const store = createStore({ slices: [text], log })
    const wrote = notes.wrote('early')
    expect(store.dispatch(wrote)).toBe(wrote)
    expect(store.get(text)).toEqual([])
    opened.resolve([
      { id: 'old.0' as RecordId, type: notes.wrote.type, version: 1, payload: 'old', time: 1, offset: 0 as never },
    ])
    await store.ready
    expect(store.get(text)).toEqual(['old', 'early'])
  })

  it('[STO-2] refuses a bad action at once, also while it opens', () => {
    const { log } = openLater()
    const store = createStore({ slices: [text], log })
    expect(() => store.dispatch({ type: '' })).toThrow('(dispatch/not-an-action)')
  })

  it('[STO-3] goes on in memory when it cannot be opened, and says so', async () => {
    const { log, opened } = openLater()
    const store = createStore({ slices: [text], log })
    const errors: string[] = []
    store.error$.subscribe(({ code }) => errors.push(code))
    const early = store.dispatch(notes.wrote('early'))
    const durable = expect(store.durable(early)).rejects.toThrow('(log/memory-only)')
    opened.reject(new Error('no disk'))
    await expect(store.ready).rejects.toThrow('Log "slow" could not be opened: no disk.')
    await durable
    store.dispatch(notes.wrote('later'))
    expect(store.get(text)).toEqual(['early', 'later'])
    expect(store.timeline.playhead.head).toBe(1)
    expect(errors).toEqual(['log/open-failed'])
  })
})

describe('a store that is closed', () => {
  it('[STO-4] appends what was dispatched while its log was being opened', async () => {
    const { log, opened } = openLater()
    const appended: string[] = []
    const store = createStore({
      slices: [text],
      log: { ...log, append: (records) => appended.push(...records.map(({ payload }) => String(payload))) },
    })
    const durable = expect(store.durable(store.dispatch(notes.wrote('early')))).rejects.toThrow('(store/closed)')
    const closing = store.close()
    expect(store.close()).toBe(closing)
    opened.resolve([])
    await closing
    await durable
    expect(appended).toEqual(['early'])
  })

  it('[STO-4] lets go of the streams that it was connected to', async () => {
    const store = createStore({ slices: [text] })
    const source = new Subject<string>()
    store.connect(source, (each) => notes.wrote(each))
    await store.close()
    expect(source.observed).toBe(false)
  })

  it('[STO-4] completes its streams and refuses dispatches', async () => {
    const store = createStore({ slices: [text] })
    const completed: string[] = []
    store.action$.subscribe({ complete: () => completed.push('action$') })
    store.state$.subscribe({ complete: () => completed.push('state$') })
    store.error$.subscribe({ complete: () => completed.push('error$') })
    store.timeline.playhead$.subscribe({ complete: () => completed.push('playhead$') })
    await store.close()
    await store.close()
    expect(completed.sort()).toEqual(['action$', 'error$', 'playhead$', 'state$'])
    expect(() => store.dispatch(notes.wrote('late'))).toThrow('(store/closed)')
    expect(store.get(text)).toEqual([])
  })
})

describe('records that are handed to subscribers', () => {
  it('[STO-7] have no offset, whether the log gives it at once or later, and whoever wrote them', () => {
    const log = slowLog()
    const seen: LogRecord[] = []
    for (const store of [createStore({ slices: [text] }), createStore({ slices: [text], log })]) {
      store.action$.subscribe((record) => seen.push(record))
      store.dispatch([notes.wrote('a'), notes.wrote('b')])
      log.answer()
    }
    log.foreign('theirs')
    expect(seen.map(({ payload }) => payload)).toEqual(['a', 'b', 'a', 'b', 'theirs'])
    expect(seen.filter((record) => 'offset' in record)).toEqual([])
  })
})

describe('a subscriber that throws', () => {
  it('[STO-5] is reported and takes nothing from the others', () => {
    const store = createStore({ slices: [text] })
    const errors: string[] = []
    const others = vi.fn()
    store.error$.subscribe(({ code }) => errors.push(code))
    store.subscribe(() => {
      throw new Error('broken subscriber')
    })
    store.subscribe(others)
    store.dispatch(notes.wrote('a'))
    store.dispatch(notes.wrote('b'))
    expect(others).toHaveBeenCalledTimes(2)
    expect(errors).toEqual(['store/subscriber-threw', 'store/subscriber-threw'])
  })

  it('[STO-5] is reported by every observable of the store, also behind operators, and stays subscribed', () => {
    const store = createStore({ slices: [text] })
    const errors: string[] = []
    const calls: string[] = []
    store.error$.subscribe(({ code }) => errors.push(code))
    const broken = (name: string) => () => {
      calls.push(name)
      throw new Error('broken subscriber')
    }
    store.action$.subscribe(broken('action$'))
    store.action$.pipe(map(({ type }) => type)).subscribe({ next: broken('pipe') })
    store.topic('#').subscribe(broken('topic'))
    store.select(text).subscribe(broken('select'))
    store.state$.subscribe(broken('state$'))
    store.timeline.playhead$.subscribe(broken('playhead$'))
    calls.length = errors.length = 0
    for (const text of ['a', 'b']) {
      store.dispatch(notes.wrote(text))
      expect(calls.sort()).toEqual(['action$', 'pipe', 'playhead$', 'select', 'state$', 'topic'])
      expect(errors).toEqual(calls.map(() => 'store/subscriber-threw'))
      calls.length = errors.length = 0
    }
  })

  it('[STO-5] leaves errors of a stream, and its end, to the observer who takes them', async () => {
    const store = createStore({ slices: [text] })
    const told: string[] = []
    const failing$ = store.action$.pipe(
      map((): string => {
        throw new Error('broken operator')
      }),
    )
    failing$.subscribe({ error: (reason: Error) => told.push(reason.message) })
    store.action$.subscribe({ complete: () => told.push('complete') })
    store.dispatch(notes.wrote('a'))
    await store.close()
    expect(told).toEqual(['broken operator', 'complete'])
  })

  it('[STO-5] never shows an older state to those after one that moves the view', () => {
    const store = createStore({ slices: [text] })
    store.dispatch(notes.wrote('a'))
    const seen: number[] = []
    let first = true
    store.subscribe(() => {
      if (!first) return
      first = false
      void store.timeline.seek(-1)
    })
    store.state$.subscribe((state) => seen.push((state.text as readonly string[]).length))
    store.dispatch(notes.wrote('b'))
    expect(seen).toEqual([1, 0, 0])
  })
})

describe('errors that nobody listens to', () => {
  it('[STO-6] are printed and wait for the first who does', () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
    const store = createStore({ slices: [] })
    store.dispatch({ type: 'nobody/knows' })
    expect(printed).toHaveBeenCalledTimes(1)
    printed.mockRestore()
    const codes: string[] = []
    store.error$.subscribe(({ code }) => codes.push(code))
    expect(codes).toEqual(['action/unknown-type'])
  })
})

/** A slow log, and the promise of its opening. */
function openLater() {
  const log = slowLog()
  const opened = Promise.withResolvers<readonly PlacedRecord[]>()
  const open = (reader: LogReader) => {
    void log.open(reader)
    return opened.promise
  }
  return { log: { ...log, open }, opened }
}
