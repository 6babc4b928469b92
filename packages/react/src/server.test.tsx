import type { Store } from '@playhead/core'
import type { ReactNode } from 'react'
import { act, Suspense, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { BehaviorSubject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { bank, bankStore, ids, minorOf } from './bank.fixtures.ts'
import { createHooks } from './createHooks.ts'
import { eachOnAnEmptyPage, onServer, unmountLater } from './page.fixtures.tsx'

const react = eachOnAnEmptyPage()

describe('on a server', () => {
  it('[RCT-13] render the state of the provider’s store', () => {
    const store = bankStore()
    const { useSelector, useTimeline, useStream, StoreProvider } = createHooks()
    function Page() {
      const { offset } = useTimeline()
      return (
        <p>
          {useSelector(minorOf('b'))} at {offset} {useStream(new BehaviorSubject('value'), 'initial')}
        </p>
      )
    }
    const html = onServer(() =>
      renderToString(
        <StoreProvider store={store}>
          <Page />
        </StoreProvider>,
      ),
    )
    expect(html.replaceAll('<!-- -->', '')).toBe('<p>2 at 1 initial</p>')
  })

  it('[RCT-13] render what has arrived since the provider was rendered', () => {
    const store = bankStore()
    const { useSelector, useTimeline, StoreProvider } = createHooks()
    function Arriving() {
      store.dispatch(bank.paid({ id: 'b', minor: 5 }))
      return null
    }
    const Page = () => <p>{`${useSelector(minorOf('b'))} at ${useTimeline().offset}`}</p>
    const html = onServer(() =>
      renderToString(
        <StoreProvider store={store}>
          <Arriving />
          <Page />
        </StoreProvider>,
      ),
    )
    expect(html).toBe('<p>7 at 2</p>')
  })

  it('[RCT-13] render the state as of a place', () => {
    const store = bankStore()
    const { useSelector, StoreProvider } = createHooks()
    const Page = () => <p>{useSelector(minorOf('b'))}</p>
    const html = onServer(() =>
      renderToString(
        <StoreProvider store={store} at={0}>
          <Page />
        </StoreProvider>,
      ),
    )
    expect(html).toBe('<p>0</p>')
  })

  it('[RCT-13] refuse to use the store of a module, which all requests would share', () => {
    const store = bankStore()
    const hooks = createHooks(store)
    const uses: (() => unknown)[] = [
      () => hooks.useSelector(ids),
      () => hooks.useActions(bank),
      () => hooks.useDispatch(),
      () => hooks.useTimeline(),
    ]
    for (const use of uses) {
      const Page = () => <>{String(use())}</>
      expect(() => onServer(() => renderToString(<Page />))).toThrow(
        expect.objectContaining({ code: 'react/provider-required' }),
      )
    }
  })
})

describe('while hydrating', () => {
  /** The server's HTML for this page, in a container. */
  function served(page: ReactNode): HTMLElement {
    const container = document.createElement('div')
    container.innerHTML = onServer(() => renderToString(page))
    document.body.append(container)
    return container
  }

  async function hydrate(container: HTMLElement, page: ReactNode) {
    const recovered: unknown[] = []
    const root = await act(async () =>
      hydrateRoot(container, page, { onRecoverableError: (error) => recovered.push(error) }),
    )
    unmountLater(root)
    return recovered
  }

  it('[RCT-14] match what a server rendered from the same records', async () => {
    const { useSelector, useTimeline, useStream, StoreProvider } = createHooks()
    const source$ = new BehaviorSubject('value')
    function Page() {
      return (
        <p>
          {useSelector(minorOf('b'))} {useTimeline().head} {useStream(source$, 'initial')}
        </p>
      )
    }
    const container = served(
      <StoreProvider store={bankStore()}>
        <Page />
      </StoreProvider>,
    )
    const recovered = await hydrate(
      container,
      <StoreProvider store={bankStore()}>
        <Page />
      </StoreProvider>,
    )
    expect([recovered, react.printed]).toEqual([[], []])
    expect(container.textContent).toBe('2 1 value')
  })

  it('[RCT-14] show what was dispatched before a late part of the page hydrates, after it has matched', async () => {
    const { useSelector, useTimeline, StoreProvider } = createHooks()
    const client = bankStore()
    const loaded = Promise.withResolvers<void>()
    let waiting = false
    const Row = ({ late }: { readonly late?: boolean }) => {
      if (late && waiting) throw loaded.promise
      return (
        <i>
          {useSelector(minorOf('b'))} of {useTimeline().head},
        </i>
      )
    }
    const page = (store: Store) => (
      <StoreProvider store={store}>
        <Row />
        <Suspense fallback="loading">
          <Row late />
        </Suspense>
      </StoreProvider>
    )
    const container = served(page(bankStore()))
    waiting = true
    const recovered = await hydrate(container, page(client))
    await act(async () => startTransition(() => void client.dispatch(bank.paid({ id: 'b', minor: 5 }))))
    expect(container.textContent).toBe('7 of 2,2 of 1,')
    waiting = false
    await act(async () => loaded.resolve())
    expect([recovered, react.printed]).toEqual([[], []])
    expect(container.textContent).toBe('7 of 2,7 of 2,')
  })
})
