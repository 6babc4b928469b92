import { describe, expect, it, vi } from 'vitest'
import { action, createActions, createSlice, createStore, importSession, openSession, recorder } from '../index.ts'

const till = createActions('report-till', {
  sold: action<{ item: string; card: string }>({ redact: ['payload.card'] }),
  broke: action(),
})
const sales = createSlice('sales', 0, (on) => [
  on(till.sold, (n) => n + 1),
  on(till.broke, () => {
    throw new Error('the drawer is stuck')
  }),
])

function tillAt(clock = { now: () => 0 }) {
  const store = createStore({ slices: [sales], clock })
  return {
    store,
    sell: (count = 1) =>
      Array.from({ length: count }, () => store.dispatch(till.sold({ item: 'tea', card: '4111111111111111' }))),
  }
}

describe('a recorder', () => {
  it('[REP-1] gives the newest records as a session that comes to the same state', () => {
    const { store, sell } = tillAt()
    sell(50)
    const report = recorder(store, { lastRecords: 10, app: 'till', build: '7' }).report()
    expect(report).toMatchObject({ from: 40, to: 49, error: undefined })
    const session = importSession(report?.session ?? '')
    expect(session.header).toMatchObject({ app: 'till', build: '7', from: 40 })
    expect(openSession(session, { slices: [sales] })).toMatchObject({ state: 'same' })
  })

  it('[REP-1] goes back so many milliseconds, or takes all there is', () => {
    let now = 0
    const { store, sell } = tillAt({ now: () => now })
    for (now = 0; now < 100; now += 10) sell()
    expect(recorder(store, { lastMs: 25 }).report()).toMatchObject({ from: 7, to: 9 })
    expect(recorder(store).report()).toMatchObject({ from: 0, to: 9 })
    expect(recorder(tillAt().store).report()).toMatchObject({ from: 0, to: -1 })
  })

  it('[REP-2] leaves out the oldest until it fits, and says nothing where that is not enough', () => {
    const { store, sell } = tillAt()
    sell(400)
    const whole = recorder(store).report()?.session.length ?? 0
    const half = recorder(store, { bytesMax: whole / 2 }).report()
    expect(half?.session.length).toBeLessThanOrEqual(whole / 2)
    expect(half).toMatchObject({ to: 399, from: expect.toSatisfy((from: number) => from > 150) })
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
    expect(recorder(store, { bytesMax: 50 }).report()).toBeUndefined()
    expect(warned).toHaveBeenCalledWith(expect.objectContaining({ code: 'report/too-large' }))
    warned.mockRestore()
  })

  it('[REP-3] redacts', () => {
    const { store, sell } = tillAt()
    sell()
    expect(recorder(store).report()?.session).not.toContain('4111')
    expect(recorder(store, { redact: { 'report-till/sold': ['payload.item'] } }).report()?.session).not.toContain('tea')
  })

  it('[REP-4] reports what nobody caught, and no flood', () => {
    const { store, sell } = tillAt()
    const page = new EventTarget()
    const reports: unknown[] = []
    const stop = recorder(store, { reportsMax: 3 }).watch(page, ({ error }) => reports.push(error))
    sell()
    page.dispatchEvent(Object.assign(new Event('error'), { error: new TypeError('no such row') }))
    page.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: 'gone' }))
    expect(() => store.dispatch(till.broke())).toThrow('stuck')
    page.dispatchEvent(Object.assign(new Event('error'), { message: 'one too many' }))
    expect(reports).toEqual([
      expect.objectContaining({ name: 'TypeError', message: 'no such row', stack: expect.any(String) }),
      { name: 'string', message: 'gone' },
      expect.objectContaining({ code: expect.stringContaining('/'), message: expect.stringContaining('stuck') }),
    ])
    stop()
  })

  it('[REP-4] stops', () => {
    const { store } = tillAt()
    const page = new EventTarget()
    const send = vi.fn()
    recorder(store).watch(page, send)()
    page.dispatchEvent(Object.assign(new Event('error'), { error: new Error('late') }))
    expect(send).not.toHaveBeenCalled()
  })

  it('[REP-5] reports for a share of the visitors', () => {
    const { store } = tillAt()
    expect(recorder(store, { sample: 0.1, random: () => 0.05 }).isSampled).toBe(true)
    const left = recorder(store, { sample: 0.1, random: () => 0.2 })
    expect([left.isSampled, left.report(new Error())]).toEqual([false, undefined])
    expect(recorder(store, { sample: 0 }).isSampled).toBe(false)
    expect(() => recorder(store, { sample: 2 })).toThrow('(report/bad-option)')
    expect(() => recorder(store, { lastMs: 0 })).toThrow('lastMs')
  })
})
