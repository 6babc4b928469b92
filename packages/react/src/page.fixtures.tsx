import type { Selector, Store } from '@playhead/core'
import type { ReactNode } from 'react'
import { act, Component } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, vi } from 'vitest'
import type { UseSelector } from './Hooks.ts'

/*
 * Pages for the tests of the hooks. They ask for nothing but react and react-dom, so that
 * react18.test.ts can run the same tests with another React.
 */

const roots: { unmount(): void }[] = []

/** A page with this element. */
export function mount(element: ReactNode) {
  const container = document.createElement('div')
  document.body.append(container)
  const root = createRoot(container)
  act(() => root.render(element))
  unmountLater(root)
  return {
    get text() {
      return container.textContent
    },
    update: (next: ReactNode) => act(() => root.render(next)),
    unmount: () => act(() => root.unmount()),
  }
}

/** After the test. */
export const unmountLater = (root: { unmount(): void }) => roots.push(root)

/** Counts the renders of a component that shows a selector's value. */
export function counting(useSelector: UseSelector) {
  const renders = { count: 0 }
  function Shown({ of: selector }: { readonly of: Selector<unknown> }) {
    renders.count++
    return <>{String(useSelector(selector))}</>
  }
  return { renders, Shown }
}

export class Boundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | undefined }> {
  override state: { readonly error: Error | undefined } = { error: undefined }
  static getDerivedStateFromError = (error: Error) => ({ error })
  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <button type="button" onClick={() => this.setState({ error: undefined })}>
        caught: {error.message}
      </button>
    )
  }
}

/** Runs what a server would run, without a window. */
export function onServer<T>(run: () => T): T {
  vi.stubGlobal('window', undefined)
  try {
    return run()
  } finally {
    vi.unstubAllGlobals()
    actHere()
  }
}

/** A store that counts who listens. */
export function watched(store: Store) {
  let count = 0
  const counted =
    <Args extends readonly unknown[]>(listen: (...args: Args) => () => void) =>
    (...args: Args) => {
      count++
      const stop = listen(...args)
      return () => {
        count--
        stop()
      }
    }
  return {
    store: { ...store, subscribe: counted(store.subscribe), watch: counted(store.watch) } satisfies Store,
    get count() {
      return count
    },
  }
}

/** Before and after each test of a file. Errors that React prints are kept in what it returns. */
export function eachOnAnEmptyPage(): { readonly printed: readonly unknown[][] } {
  let printed: readonly unknown[][] = []
  beforeEach(() => {
    actHere()
    printed = vi.spyOn(console, 'error').mockImplementation(() => {}).mock.calls
  })
  afterEach(() => {
    for (const root of roots.splice(0)) act(() => root.unmount())
    document.body.replaceChildren()
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })
  return {
    get printed() {
      return printed
    },
  }
}

const actHere = () => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
