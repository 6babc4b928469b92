import { action, createActions, createSlice, createStore, fromEvents } from '@playhead/core'
import { map, of, retry, Subject, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'

const rates = createActions('rates', { quoted: action<number>() })
const rate = createSlice('rate', 0, (on) => [on(rates.quoted, (_, { payload }) => payload)])

function storeAndCodes() {
  const store = createStore({ slices: [rate] })
  const codes: string[] = []
  store.error$.subscribe(({ code }) => codes.push(code))
  return { store, codes }
}

describe('stream/emission-refused', () => {
  it('is reported, and the next emission is taken', () => {
    const { store, codes } = storeAndCodes()
    // #region emission-refused
    const message$ = new Subject<string>()
    store.connect(message$, (text) => rates.quoted(JSON.parse(text)))
    message$.next('hello') // JSON.parse throws
    message$.next('1.08')
    // #endregion
    expect(codes).toEqual(['stream/emission-refused'])
    expect(store.get(rate)).toBe(1.08)
  })

  it('is mended by leaving out what is no message', () => {
    const { store, codes } = storeAndCodes()
    const message$ = new Subject<string>()
    // #region emission-refused-mended
    store.connect(message$, (text) => (/^[\d.]+$/.test(text) ? rates.quoted(Number(text)) : undefined))
    // #endregion
    message$.next('hello')
    expect(codes).toEqual([])
  })
})

describe('stream/failed', () => {
  it('is reported when a stream ends with an error', () => {
    const { store, codes } = storeAndCodes()
    const socket$ = throwError(() => new Error('socket closed'))
    // #region failed
    store.connect(socket$, (value) => rates.quoted(value)) // socket$ errors
    // #endregion
    expect(codes).toEqual(['stream/failed'])
  })

  it('is mended by a retry before the store', () => {
    const { store, codes } = storeAndCodes()
    let attempts = 0
    const socket$ = of(1.08).pipe(
      map((value) => {
        if (++attempts === 1) throw new Error('socket closed')
        return value
      }),
    )
    // #region failed-mended
    store.connect(socket$.pipe(retry(3)), (value) => rates.quoted(value))
    // #endregion
    expect(codes).toEqual([])
    expect(store.get(rate)).toBe(1.08)
  })
})

describe('stream/not-a-stream', () => {
  it('is thrown by connect', () => {
    const { store } = storeAndCodes()
    expect(() => {
      // #region not-a-stream
      // @ts-expect-error a promise is no stream
      store.connect(Promise.resolve(rates.quoted(1.08)))
      // #endregion
    }).toThrow('(stream/not-a-stream)')
  })

  it('is mended by a stream of it', async () => {
    const { store } = storeAndCodes()
    // #region not-a-stream-mended
    store.dispatch(await Promise.resolve(rates.quoted(1.08)))
    // #endregion
    expect(store.get(rate)).toBe(1.08)
  })
})

describe('stream/not-an-emitter', () => {
  it('is thrown for what has no events', () => {
    const { store } = storeAndCodes()
    const slider = null
    expect(() => {
      // #region not-an-emitter
      // @ts-expect-error there is no such element
      store.connect(fromEvents(slider, 'input'), () => rates.quoted(1.08))
      // #endregion
    }).toThrow('(stream/not-an-emitter)')
  })

  it('is mended by an element that is there', () => {
    const { store } = storeAndCodes()
    const document = { querySelector: (_: string) => new EventTarget() }
    // #region not-an-emitter-mended
    const slider = document.querySelector('#rate')
    if (slider) store.connect(fromEvents(slider, 'input'), () => rates.quoted(1.08))
    // #endregion
    slider.dispatchEvent(new Event('input'))
    expect(store.get(rate)).toBe(1.08)
  })
})
