import { createSelector } from '@playhead/core'
import { act, StrictMode, useState } from 'react'
import { describe, expect, it } from 'vitest'
import { bank, bankStore, ids, ledger, minorOf, sureMinorOf } from './bank.fixtures.ts'
import { createHooks } from './createHooks.ts'
import { Boundary, counting, eachOnAnEmptyPage, mount, watched } from './page.fixtures.tsx'

const react = eachOnAnEmptyPage()

describe('useSelector', () => {
  it('[RCT-1] shows the value, and the next one once it is dispatched', () => {
    const store = bankStore()
    const { useSelector } = createHooks(store)
    const Balance = () => <>{useSelector(minorOf('a'))}</>
    const page = mount(<Balance />)
    expect(page.text).toBe('1')
    act(() => void store.dispatch(bank.paid({ id: 'a', minor: 5 })))
    expect(page.text).toBe('6')
  })

  it('[RCT-2] renders again only when its own value has changed', () => {
    const store = bankStore()
    const { useSelector } = createHooks(store)
    const a = counting(useSelector)
    const b = counting(useSelector)
    mount(
      <>
        <a.Shown of={minorOf('a')} />
        <b.Shown of={minorOf('b')} />
      </>,
    )
    act(() => void store.dispatch(bank.paid({ id: 'a', minor: 1 })))
    act(() => void store.dispatch(bank.paid({ id: 'a', minor: 0 })))
    act(() => void store.dispatch(bank.renamed('other')))
    expect([a.renders.count, b.renders.count]).toEqual([2, 1])
  })

  it('[RCT-2] keeps an object that a selector makes, until what it is made of changes', () => {
    const store = bankStore()
    const { useSelector } = createHooks(store)
    const list = counting(useSelector)
    const page = mount(<list.Shown of={ids} />)
    act(() => void store.dispatch(bank.renamed('other')))
    expect(list.renders.count).toBe(1)
    act(() => void store.dispatch(bank.opened({ id: 'c', minor: 0 })))
    expect([page.text, list.renders.count]).toEqual(['a,b,c', 2])
  })

  it('[RCT-2] renders once for all that is dispatched in one event', () => {
    const store = bankStore()
    const { useSelector } = createHooks(store)
    const a = counting(useSelector)
    const page = mount(<a.Shown of={minorOf('a')} />)
    act(() => {
      store.dispatch([bank.paid({ id: 'a', minor: 1 }), bank.paid({ id: 'a', minor: 1 })])
      store.dispatch(bank.paid({ id: 'a', minor: 1 }))
    })
    expect([page.text, a.renders.count]).toEqual(['4', 2])
  })

  it('[RCT-3] reads at the playhead', async () => {
    const store = bankStore()
    store.dispatch(bank.paid({ id: 'a', minor: 5 }))
    const { useSelector } = createHooks(store)
    const Balance = () => <>{useSelector(minorOf('a'))}</>
    const page = mount(<Balance />)
    const shown = [page.text]
    await act(() => store.timeline.seek(0))
    shown.push(page.text)
    await act(() => store.timeline.step(-1))
    shown.push(page.text)
    act(() => void store.dispatch(bank.paid({ id: 'a', minor: 5 })))
    shown.push(page.text)
    act(() => void store.timeline.live())
    shown.push(page.text)
    expect(shown).toEqual(['6', '1', '0', '0', '11'])
  })

  it('[RCT-4] shows the value of another selector in the render that brings it', () => {
    const store = bankStore()
    const { useSelector } = createHooks(store)
    const seen: unknown[] = []
    function Balance({ id }: { readonly id: string }) {
      seen.push([id, useSelector(minorOf(id))])
      return null
    }
    const page = mount(<Balance id="a" />)
    page.update(<Balance id="b" />)
    act(() => void store.dispatch(bank.paid({ id: 'a', minor: 5 })))
    act(() => void store.dispatch(bank.paid({ id: 'b', minor: 5 })))
    expect(seen).toEqual([
      ['a', 1],
      ['b', 2],
      ['b', 7],
    ])
  })

  it('[RCT-4] takes a selector that is made anew in each render', () => {
    const store = bankStore()
    const { useSelector } = createHooks(store)
    const List = () => <>{useSelector(createSelector(ledger, (state) => [...state.accounts.keys()]))}</>
    const page = mount(<List />)
    act(() => void store.dispatch(bank.opened({ id: 'c', minor: 0 })))
    expect(page.text).toBe('abc')
  })

  it('[RCT-5] throws what a selector throws to the boundary of its component, and recovers', () => {
    const store = bankStore()
    const { useSelector } = createHooks(store)
    const Balance = ({ id }: { readonly id: string }) => <>{useSelector(sureMinorOf(id))}</>
    const page = mount(
      <>
        <Boundary>
          <Balance id="a" />
        </Boundary>
        , <Balance id="b" />
      </>,
    )
    act(() => void store.dispatch(bank.closed('a')))
    expect(page.text).toBe('caught: no account a, 2')
    act(() => void store.dispatch(bank.paid({ id: 'b', minor: 5 })))
    expect(page.text).toBe('caught: no account a, 7')
    act(() => void store.dispatch(bank.opened({ id: 'a', minor: 9 })))
    act(() => document.querySelector('button')?.click())
    expect(page.text).toBe('9, 7')
  })

  it('[RCT-5] never shows a child of what its parent is about to remove', () => {
    const store = bankStore()
    const { useSelector } = createHooks(store)
    const Row = ({ id }: { readonly id: string }) => <>{useSelector(sureMinorOf(id))};</>
    const Rows = () => useSelector(ids).map((id) => <Row key={id} id={id} />)
    const page = mount(
      <Boundary>
        <Rows />
      </Boundary>,
    )
    expect(page.text).toBe('1;2;')
    act(() => void store.dispatch(bank.closed('b')))
    expect(page.text).toBe('1;')
    act(() => void store.dispatch(bank.closed('a')))
    expect([page.text, react.printed]).toEqual(['', []])
  })

  it('[RCT-6] stops listening when it is unmounted', () => {
    const store = bankStore()
    const listened = watched(store)
    const { useSelector, useTimeline } = createHooks(listened.store)
    function Page() {
      useTimeline()
      return <>{useSelector(minorOf('a'))}</>
    }
    const page = mount(<Page />)
    expect(listened.count).toBe(2)
    page.update(<Page key="new" />)
    expect(listened.count).toBe(2)
    page.unmount()
    expect(listened.count).toBe(0)
  })

  it('[RCT-6] holds under StrictMode, which mounts everything twice', () => {
    const store = bankStore()
    const listened = watched(store)
    const { useSelector } = createHooks(listened.store)
    const Balance = () => <>{useSelector(minorOf('a'))}</>
    const page = mount(
      <StrictMode>
        <Balance />
      </StrictMode>,
    )
    expect(listened.count).toBe(1)
    act(() => void store.dispatch(bank.paid({ id: 'a', minor: 5 })))
    expect(page.text).toBe('6')
    page.unmount()
    expect([listened.count, react.printed]).toEqual([0, []])
  })

  it('[RCT-6] sees what was dispatched between its render and its effects', () => {
    const store = bankStore()
    const { useSelector } = createHooks(store)
    const Balance = () => <>{useSelector(minorOf('a'))}</>
    function Paying() {
      const [paid, setPaid] = useState(false)
      if (!paid) setPaid(true)
      return (
        <>
          <Balance />
          <div
            ref={(element) => {
              if (element && store.live.get(minorOf('a')) === 1) store.dispatch(bank.paid({ id: 'a', minor: 5 }))
            }}
          />
        </>
      )
    }
    expect(mount(<Paying />).text).toBe('6')
  })
})
