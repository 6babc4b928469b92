import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { bank, bankStore, minorOf, newStore } from './bank.fixtures.ts'
import { createHooks } from './createHooks.ts'
import { Boundary, counting, eachOnAnEmptyPage, mount, watched } from './page.fixtures.tsx'

eachOnAnEmptyPage()

describe('StoreProvider', () => {
  it('[RCT-7] brings another store to what is below it, and the nearest one counts', () => {
    const [one, two] = [bankStore(), newStore()]
    const { useSelector, useActions, StoreProvider } = createHooks(one)
    function Row() {
      const { opened } = useActions(bank)
      const minor = useSelector(minorOf('a'))
      return (
        <button type="button" onClick={() => opened({ id: 'a', minor: 8 })}>
          {minor}
        </button>
      )
    }
    const page = mount(
      <StoreProvider store={one}>
        <Row />
        <StoreProvider store={two}>
          <Row />
        </StoreProvider>
      </StoreProvider>,
    )
    expect(page.text).toBe('10')
    act(() => document.querySelectorAll('button')[1]?.click())
    expect(page.text).toBe('18')
    expect([one.get(minorOf('a')), two.get(minorOf('a'))]).toEqual([1, 8])
  })

  it('[RCT-7] shows the other store in the render that switches, and listens to it alone', () => {
    const [one, two] = [watched(bankStore()), watched(newStore())]
    const { useSelector, useTimeline, StoreProvider } = createHooks()
    const seen: unknown[] = []
    function Row() {
      seen.push([useSelector(minorOf('a')), useTimeline().head])
      return null
    }
    const row = <Row />
    const page = mount(<StoreProvider store={one.store}>{row}</StoreProvider>)
    page.update(<StoreProvider store={two.store}>{row}</StoreProvider>)
    expect(seen).toEqual([
      [1, 1],
      [0, -1],
    ])
    expect([one.count, two.count]).toEqual([0, 2])
  })

  it('[RCT-7] is seen by its own hooks only', () => {
    const [one, two] = [bankStore(), newStore()]
    const outer = createHooks(one)
    const inner = createHooks(two)
    const Row = () => <>{outer.useSelector(minorOf('a'))}</>
    const page = mount(
      <inner.StoreProvider store={two}>
        <Row />
      </inner.StoreProvider>,
    )
    expect(page.text).toBe('1')
  })

  it('[RCT-7] renders nothing below it again when its parent renders with the same props', () => {
    const store = bankStore()
    const { useSelector, StoreProvider } = createHooks()
    const a = counting(useSelector)
    const row = <a.Shown of={minorOf('a')} />
    const page = mount(
      <StoreProvider store={store} at={new Date(0)}>
        {row}
      </StoreProvider>,
    )
    page.update(
      <StoreProvider store={store} at={new Date(0)}>
        {row}
      </StoreProvider>,
    )
    expect(a.renders.count).toBe(1)
  })

  it('[RCT-7] is required where the hooks were made without a store', () => {
    const { useSelector } = createHooks()
    const Balance = () => <>{useSelector(minorOf('a'))}</>
    const page = mount(
      <Boundary>
        <Balance />
      </Boundary>,
    )
    expect(page.text).toContain('createHooks was given no store')
    expect(page.text).toContain('(react/provider-required)')
  })
})

describe('StoreProvider at a place', () => {
  it('[RCT-8] shows the store as of that place beside the present, and dispatches to the store', () => {
    const store = bankStore()
    store.dispatch(bank.paid({ id: 'a', minor: 5 }))
    const { useSelector, useActions, StoreProvider } = createHooks(store)
    function Row() {
      const { paid } = useActions(bank)
      const minor = useSelector(minorOf('a'))
      return (
        <button type="button" onClick={() => paid({ id: 'a', minor: 1 })}>
          {minor},
        </button>
      )
    }
    const page = mount(
      <>
        <Row />
        <StoreProvider store={store} at={1}>
          <Row />
        </StoreProvider>
      </>,
    )
    expect(page.text).toBe('6,1,')
    act(() => document.querySelectorAll('button')[1]?.click())
    expect(page.text).toBe('7,1,')
    expect(store.timeline.playhead.status).toBe('live')
  })

  it('[RCT-8] stays there while the store goes on and the playhead moves, without rendering', async () => {
    const store = bankStore()
    const listened = watched(store)
    const { useSelector, StoreProvider } = createHooks()
    const a = counting(useSelector)
    const page = mount(
      <StoreProvider store={listened.store} at={1}>
        <a.Shown of={minorOf('a')} />
      </StoreProvider>,
    )
    act(() => void store.dispatch(bank.paid({ id: 'a', minor: 5 })))
    await act(() => store.timeline.seek(-1))
    expect([page.text, a.renders.count, listened.count]).toEqual(['1', 1, 0])
  })

  it('[RCT-8] goes to another place with the render that brings it, and back to the playhead without one', () => {
    const store = bankStore()
    store.dispatch(bank.paid({ id: 'a', minor: 5 }))
    const { useSelector, StoreProvider } = createHooks()
    const row = <>{[<Row key="row" />]}</>
    function Row() {
      return <>{useSelector(minorOf('a'))}</>
    }
    const page = mount(
      <StoreProvider store={store} at={-1}>
        {row}
      </StoreProvider>,
    )
    const shown = [page.text]
    for (const at of [0, 2, new Date(0), new Date(8e15)]) {
      page.update(
        <StoreProvider store={store} at={at}>
          {row}
        </StoreProvider>,
      )
      shown.push(page.text)
    }
    page.update(<StoreProvider store={store}>{row}</StoreProvider>)
    act(() => void store.dispatch(bank.paid({ id: 'a', minor: 5 })))
    shown.push(page.text)
    expect(shown).toEqual(['0', '1', '6', '0', '6', '11'])
  })

  it('[RCT-8] throws to the boundary for a place that is not in the log, and recovers', () => {
    const store = bankStore()
    const { useSelector, StoreProvider } = createHooks()
    const Row = () => <>{useSelector(minorOf('a'))}</>
    const At = ({ at }: { readonly at: number }) => (
      <StoreProvider store={store} at={at}>
        <Row />
      </StoreProvider>
    )
    const page = mount(
      <Boundary>
        <At at={2} />
      </Boundary>,
    )
    expect(page.text).toContain('(timeline/past-head)')
    act(() => void store.dispatch(bank.paid({ id: 'a', minor: 5 })))
    act(() => document.querySelector('button')?.click())
    expect(page.text).toBe('6')
  })
})
