import { action, createActions } from '@playhead/core'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { bank, bankStore, newStore } from './bank.fixtures.ts'
import { createHooks } from './createHooks.ts'
import { eachOnAnEmptyPage, mount } from './page.fixtures.tsx'

eachOnAnEmptyPage()

describe('useActions and useDispatch', () => {
  it('[RCT-9] gives the same object for a store and a group, whichever component asks', () => {
    const [one, two] = [bankStore(), newStore()]
    const { useActions, useDispatch, StoreProvider } = createHooks(one)
    const seen: unknown[] = []
    function Row() {
      seen.push([useActions(bank), useDispatch()])
      return null
    }
    const page = mount(<Row />)
    page.update(<Row />)
    mount(<Row />)
    mount(
      <StoreProvider store={two}>
        <Row />
      </StoreProvider>,
    )
    expect(seen).toHaveLength(4)
    const [first, second, third, other] = seen as [object, object, object, object]
    expect([second, third]).toEqual([first, first])
    expect(Object.values(second).every((each, i) => each === Object.values(first)[i])).toBe(true)
    expect(Object.values(third).every((each, i) => each === Object.values(first)[i])).toBe(true)
    expect(Object.values(other).some((each, i) => each === Object.values(first)[i])).toBe(false)
  })

  it('[RCT-9] returns what dispatch returns, and takes a handler’s event for no payload', () => {
    const store = bankStore()
    const pages = createActions('pages', { left: action() })
    const { useActions, useDispatch } = createHooks(store)
    const returned: unknown[] = []
    function Page() {
      const { paid } = useActions(bank)
      const { left } = useActions(pages)
      const dispatch = useDispatch()
      return (
        <button
          type="button"
          onClick={(event) => {
            returned.push(paid({ id: 'a', minor: 1 }), dispatch(bank.renamed('x')))
            ;(left as (event: unknown) => unknown)(event)
          }}
        />
      )
    }
    const records: unknown[] = []
    store.action$.subscribe(({ type, payload }) => records.push([type, payload]))
    mount(<Page />)
    act(() => document.querySelector('button')?.click())
    expect(returned).toEqual([bank.paid({ id: 'a', minor: 1 }), bank.renamed('x')])
    expect(records.at(-1)).toEqual(['pages/left', undefined])
  })
})
