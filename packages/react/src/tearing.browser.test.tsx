import type { Store } from '@playhead/core'
import { action, createActions, createSelector, createSlice, createStore } from '@playhead/core'
import type { ReactNode } from 'react'
import { lazy, Suspense, startTransition, useDeferredValue, useEffect, useLayoutEffect, useState } from 'react'
import type { Root } from 'react-dom/client'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHooks } from './createHooks.ts'

/*
 * Concurrent rendering for real: a list so slow that React lets the browser in between two
 * cells, and a store that moves just then. Each cell shows a value of state and the playhead;
 * what every commit put on the page is kept, and must be of one place.
 */

const clock = createActions('clock', { ticked: action() })
const ticks = createSlice('ticks', { count: 0 }, (on) => [
  on(clock.ticked, (state) => {
    state.count++
  }),
])
const count = createSelector(ticks, (state) => state.count)

const CELLS = 40
const CELL_MS = 1

let store: Store
let hooks: ReturnType<typeof createHooks>
let root: Root
let page: HTMLElement
/** What each commit has put on the page: the text of every cell. */
let commits: (readonly string[])[]
/** How often the store had moved between two cells of one list. */
let interrupted: number
let movesAtLastCell: number | undefined
let moves: number
let stopMoving: () => void
/** Called with the text of each cell that is rendered. */
let whenRendering: (text: string) => void

beforeEach(() => {
  store = createStore({ slices: [ticks] })
  for (let i = 0; i < 100; i++) store.dispatch(clock.ticked())
  hooks = createHooks(store)
  page = document.body.appendChild(document.createElement('div'))
  root = createRoot(page)
  commits = []
  interrupted = 0
  moves = 0
  movesAtLastCell = undefined
  stopMoving = () => {}
  whenRendering = () => {}
})

afterEach(() => {
  stopMoving()
  root.unmount()
  page.remove()
})

function Cell({ label = '' }: { readonly label?: string }) {
  const value = hooks.useSelector(count)
  const { offset } = hooks.useTimeline()
  return <Shown text={`${label}${value} at ${offset}`} />
}

function Shown({ text }: { readonly text: string }) {
  whenRendering(text)
  if (movesAtLastCell !== undefined && moves !== movesAtLastCell) interrupted++
  movesAtLastCell = moves
  const end = performance.now() + CELL_MS
  while (performance.now() < end);
  useLayoutEffect(() => {
    movesAtLastCell = undefined
    commits.push([...page.querySelectorAll('i')].map((cell) => cell.textContent))
  })
  return <i>{text}</i>
}

const list = (cell: ReactNode) => Array.from({ length: CELLS }, (_, i) => <div key={String(i)}>{cell}</div>)

/** Does this whenever the browser gets a turn, so also between two cells. */
function keepMoving(move: (times: number) => void, times: number): void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    if (moves === times) return
    move(moves)
    moves++
    port2.postMessage(null)
  }
  port2.postMessage(null)
  stopMoving = () => port1.close()
}

/** Begins to do so when such a cell is first rendered, wherever that render then goes. */
function keepMovingFrom(text: RegExp, move: (times: number) => void, times: number): void {
  whenRendering = (rendered) => {
    if (!text.test(rendered)) return
    whenRendering = () => {}
    keepMoving(move, times)
  }
}

/** Resolves when so many cells of this label are on the page and the store has come to rest. */
async function settled(times: number, text: RegExp): Promise<void> {
  await expect
    .poll(() => [moves, [...page.querySelectorAll('i')].filter((cell) => text.test(cell.textContent)).length], {
      timeout: 10_000,
    })
    .toEqual([times, CELLS])
}

const torn = () => commits.filter((cells) => new Set(cells).size > 1)

describe('a commit of a concurrent render', () => {
  it('[RCT-15] is of one place when a transition mounts a slow list while actions are dispatched', async () => {
    keepMovingFrom(/./, () => store.dispatch(clock.ticked()), 20)
    root.render(<Mounting cell={<Cell />} />)
    await settled(20, /^120 at 119$/)
    expect(interrupted).toBeGreaterThan(0)
    expect(torn()).toEqual([])
  })

  it('[RCT-15] is torn there by a hook that reads the store as it renders, so the test can fail', async () => {
    keepMovingFrom(/./, () => store.dispatch(clock.ticked()), 20)
    root.render(<Mounting cell={<NaiveCell />} />)
    await settled(20, /^120 at 119$/)
    expect(interrupted).toBeGreaterThan(0)
    expect(torn()).not.toEqual([])
  })

  it('[RCT-15] is of one place when the playhead moves during the render', async () => {
    keepMovingFrom(/./, (turn) => void store.timeline.seek(99 - turn), 20)
    root.render(<Mounting cell={<Cell />} />)
    await settled(20, /^81 at 80$/)
    expect(interrupted).toBeGreaterThan(0)
    expect(torn()).toEqual([])
  })

  it('[RCT-15] is of one place when a deferred value renders a slow list again', async () => {
    let type!: (text: string) => void
    function Search() {
      const [text, setText] = useState('a ')
      type = setText
      return <Results label={useDeferredValue(text)} />
    }
    const Results = ({ label }: { readonly label: string }) => list(<Cell label={label} />)
    root.render(<Search />)
    await settled(0, /^a 100 at 99$/)
    keepMovingFrom(/^b /, () => store.dispatch(clock.ticked()), 3)
    type('b ')
    await settled(3, /^b 103 at 102$/)
    expect(interrupted).toBeGreaterThan(0)
    expect(torn()).toEqual([])
  })

  it('[RCT-15] is of one place when a part that had suspended comes in late', async () => {
    const code = Promise.withResolvers<{ default: () => ReactNode }>()
    const Late = lazy(() => code.promise)
    root.render(
      <Suspense>
        <Late />
      </Suspense>,
    )
    keepMovingFrom(/./, () => store.dispatch(clock.ticked()), 20)
    code.resolve({ default: () => list(<Cell />) })
    await settled(20, /^120 at 119$/)
    expect(interrupted).toBeGreaterThan(0)
    expect(torn()).toEqual([])
  })

  it('[RCT-15] is of one store when a transition brings another one, and both go on', async () => {
    const other = createStore({ slices: [ticks] })
    let go!: (store: Store) => void
    function Page() {
      const [shown, setShown] = useState(store)
      go = setShown
      return <hooks.StoreProvider store={shown}>{list(<Cell />)}</hooks.StoreProvider>
    }
    root.render(<Page />)
    await settled(0, /^100 at 99$/)
    const both = () => {
      store.dispatch(clock.ticked())
      other.dispatch(clock.ticked())
    }
    keepMovingFrom(/^0 at -1$/, both, 3)
    startTransition(() => go(other))
    await settled(3, /^3 at 2$/)
    expect(interrupted).toBeGreaterThan(0)
    expect(torn()).toEqual([])
  })
})

/** Mounts the list in a transition, as soon as it is there itself. */
function Mounting({ cell }: { readonly cell: ReactNode }) {
  const [open, setOpen] = useState(false)
  useEffect(() => startTransition(() => setOpen(true)), [])
  return open ? list(cell) : null
}

/** What useSelector would be without React's help: reads as it renders, and renders again on changes. */
function NaiveCell() {
  const [, setVersion] = useState(0)
  useEffect(() => store.subscribe(() => setVersion((version) => version + 1)), [])
  return <Shown text={`${store.get(count)} at ${store.timeline.playhead.offset}`} />
}
