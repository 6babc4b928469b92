import { fromEvents, fromStream } from '@playhead/core'
import { act, StrictMode } from 'react'
import { BehaviorSubject, map, merge, NEVER, Subject } from 'rxjs'
import { describe, expect, it, vi } from 'vitest'

import { createHooks } from './createHooks.ts'
import { Boundary, eachOnAnEmptyPage, mount } from './page.fixtures.tsx'

eachOnAnEmptyPage()

describe('useStream', () => {
  const { useStream } = createHooks()

  it('[RCT-11] shows the latest value, and the initial one until there is one', () => {
    const source$ = new Subject<string>()
    const Shown = ({ initial }: { readonly initial?: string }) => <>{useStream(source$, initial) ?? 'none'}</>
    const page = mount(
      <>
        <Shown />, <Shown initial="first" />
      </>,
    )
    expect(page.text).toBe('none, first')
    act(() => source$.next('one'))
    act(() => {
      source$.next('two')
      source$.next('three')
    })
    expect(page.text).toBe('three, three')
    act(() => source$.complete())
    expect(page.text).toBe('three, three')
  })

  it('[RCT-11] shows a value that the stream has already, and renders again for different ones only', () => {
    const source$ = new BehaviorSubject(1)
    let renders = 0
    function Shown() {
      renders++
      return <>{useStream(source$, 0)}</>
    }
    const page = mount(<Shown />)
    act(() => source$.next(1))
    expect([page.text, renders]).toEqual(['1', 2])
  })

  it('[RCT-11] takes any stream, and ends its subscription when it is unmounted', () => {
    let ended = 0
    const bacon = {
      onValue(handler: (value: string) => unknown) {
        handler('crisp')
        return () => {
          ended++
        }
      },
    }
    const Shown = () => <>{useStream(bacon)}</>
    const page = mount(<Shown />)
    expect(page.text).toBe('crisp')
    page.unmount()
    expect(ended).toBe(1)
  })

  it('[RCT-11] takes events, async iterables, bare functions of the platform, and streams made of them', async () => {
    const target = new EventTarget()
    const released: string[] = []
    const platform = {
      subscribe({ next }: { next(value: string): void }, options?: { readonly signal: AbortSignal }) {
        options?.signal.addEventListener('abort', () => released.push('platform'))
        next('pushed')
      },
    }
    async function* ticks() {
      yield 'ticked'
    }
    const event$ = fromEvents<Event>(target, 'shown')
    const merged$ = merge(event$.pipe(map(({ type }) => type)), fromStream<string>(platform))
    const tick$ = ticks()
    const Shown = () => (
      <>
        {useStream(event$)?.type ?? 'none'}, {useStream(platform)}, {useStream(tick$)}, {useStream(merged$)}
      </>
    )
    const page = mount(<Shown />)
    await act(async () => {})
    expect(page.text).toBe('none, pushed, ticked, pushed')
    act(() => void target.dispatchEvent(new Event('shown')))
    expect(page.text).toBe('shown, pushed, ticked, shown')
    const removed = vi.spyOn(target, 'removeEventListener')
    page.unmount()
    expect(removed).toHaveBeenCalledTimes(2)
    expect(released).toEqual(['platform', 'platform'])
  })

  it('[RCT-11] follows another stream with the render that brings it', () => {
    const [one$, two$] = [new BehaviorSubject('one'), new Subject<string>()]
    const Shown = ({ of: source$ }: { readonly of: Subject<string> }) => <>{useStream(source$, 'none')}</>
    const page = mount(<Shown of={one$} />)
    page.update(<Shown of={two$} />)
    expect([page.text, one$.observed, two$.observed]).toEqual(['none', false, true])
    act(() => two$.next('two'))
    expect(page.text).toBe('two')
  })

  it('[RCT-12] throws the error of a stream to the boundary, and listens anew when it recovers', () => {
    let source$ = new Subject<string>()
    const Shown = () => <>{useStream(source$, 'none')}</>
    const page = mount(
      <Boundary>
        <Shown />
      </Boundary>,
    )
    act(() => source$.error(new Error('socket closed')))
    expect(page.text).toBe('caught: socket closed')
    source$ = new Subject()
    act(() => document.querySelector('button')?.click())
    act(() => source$.next('back'))
    expect(page.text).toBe('back')
  })

  it('[RCT-12] throws to the boundary for what is no stream', () => {
    const Shown = () => <>{useStream(7 as never)}</>
    const page = mount(
      <Boundary>
        <Shown />
      </Boundary>,
    )
    expect(page.text).toContain('(stream/not-a-stream)')
  })

  it('[RCT-12] warns of a stream that is another one in each render', () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const Unstable = () => <>{useStream({ ...NEVER, subscribe: () => {} } as typeof NEVER)}</>
    const page = mount(<Unstable />)
    for (let i = 0; i < 3; i++) {
      expect(warned).not.toHaveBeenCalled()
      page.update(<Unstable />)
    }
    expect(warned.mock.calls).toEqual([[expect.stringContaining('(react/unstable-stream)')]])
  })

  it('[RCT-11] ends every subscription that StrictMode begins', () => {
    const source$ = new BehaviorSubject('value')
    const Shown = () => <>{useStream(source$)}</>
    const page = mount(
      <StrictMode>
        <Shown />
      </StrictMode>,
    )
    expect([page.text, source$.observed]).toEqual(['value', true])
    page.unmount()
    expect(source$.observed).toBe(false)
  })
})
