import '@playhead/ui/base.css'
import { render, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Feeds } from '../../protocol/calls.ts'
import type { FeedOut } from '../../protocol/serveAgent.ts'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import type { Arrangement } from '../model/arrangement.ts'
import { focus } from '../model/focus.ts'
import type { PanelStore } from '../model/panelStore.ts'
import { Records } from './Records.tsx'
import type { BankOptions } from './records.fixtures.ts'
import { bankLog, bankScript } from './records.fixtures.ts'

async function shown(records: number, options: BankOptions = {}, arranged: Partial<Arrangement> = { folded: false }) {
  let store!: PanelStore
  const script = bankScript(bankLog(records), options)
  render(
    <div data-density="compact" style={{ blockSize: 500, inlineSize: 900 }}>
      <PanelWith
        agent={scriptedAgent(script)}
        arranged={arranged}
        ready={(created) => {
          store = created
        }}
      >
        <Records />
      </PanelWith>
    </div>,
  )
  const grid = await screen.findByRole('treegrid')
  await drawn()
  return { grid, store }
}
const offsets = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => Number((row.querySelector('[role=gridcell]')?.textContent ?? '').replaceAll(',', '')))
/** Rows that are wholly in view, by offset. */
function inView(): readonly number[] {
  const view = screen.getByRole('treegrid').getBoundingClientRect()
  const rows = screen.getAllByRole('row').slice(1)
  return rows
    .filter((row) => {
      const box = row.getBoundingClientRect()
      return box.top >= view.top + 23 && box.bottom <= view.bottom + 1
    })
    .map((row) => Number((row.querySelector('[role=gridcell]')?.textContent ?? '').replaceAll(',', '')))
}
const drawn = () =>
  waitFor(() => {
    expect(screen.queryAllByText('Loading')).toEqual([])
    expect(offsets().length).toBeGreaterThan(0)
  })
const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))

it('[REC-11] reaches every part of a million records, and draws few of them', async () => {
  const { grid } = await shown(1_000_000, { slice: 1_000_000 })
  await waitFor(() => expect(inView().at(-1)).toBe(999_999))
  for (const share of [0.5, 0.25, 0.9]) {
    grid.scrollTop = grid.scrollHeight * share
    await frame()
    await drawn()
    const first = inView()[0] ?? 0
    expect(Math.abs(first / 1_000_000 - share)).toBeLessThan(0.01)
    expect(inView()).toEqual(Array.from({ length: inView().length }, (_, at) => first + at))
    grid.scrollTop += 240
    await frame()
    await drawn()
    expect(inView()[0]).toBe(first + 10)
  }
  grid.scrollTop = 0
  await frame()
  await drawn()
  expect(inView()[0]).toBe(0)
  expect(screen.getAllByRole('row').length).toBeLessThan(60)
})

it('[REC-8] goes to both ends and by pages with the keyboard, and shows the active line', async () => {
  const { grid, store } = await shown(1_000_000, { slice: 1_000_000 })
  grid.focus()
  await userEvent.keyboard('{Home}')
  await drawn()
  await waitFor(() => expect(store.get(focus).record).toBe(0))
  expect(inView()[0]).toBe(0)
  await userEvent.keyboard('{PageDown}{ArrowDown}')
  await drawn()
  const active = store.get(focus).record ?? -1
  expect(active).toBeGreaterThan(10)
  expect(inView()).toContain(active)
  await userEvent.keyboard('{End}')
  await drawn()
  expect(inView().at(-1)).toBe(999_999)
})

/** An agent whose log grows when the test says so. */
function growing(begin: number) {
  const log = bankLog(100_000)
  let records = begin
  let before = 0
  let out: FeedOut<Feeds['list']['part']> | undefined
  const tell = () => {
    const rows = records + before
    out?.part({ rows, before, nearRow: before, searched: rows, total: rows, done: true })
  }
  const agent = scriptedAgent({
    ...bankScript(log),
    calls: {
      ...bankScript(log).calls,
      rows: ({ from, to, before: known = before }) => {
        const first = from + before - known
        // The first row that was there when the list was opened is record 1,000.
        return Array.from({ length: to - from }, (_, at) => log.at(1_000 - before + first + at))
      },
    },
    feeds: {
      ...bankScript(log).feeds,
      list: (_give, given) => {
        out = given
        tell()
        return () => undefined
      },
    },
  })
  return {
    agent,
    grow: (by: { readonly behind?: number; readonly before?: number }) => {
      records += by.behind ?? 0
      before += by.before ?? 0
      tell()
    },
  }
}

it('[REC-2] follows the newest record while at the end, and keeps its place when somebody has scrolled elsewhere', async () => {
  const { agent, grow } = growing(500)
  render(
    <div data-density="compact" style={{ blockSize: 500, inlineSize: 900 }}>
      <PanelWith agent={agent} arranged={{ folded: false }}>
        <Records />
      </PanelWith>
    </div>,
  )
  const grid = await screen.findByRole('treegrid')
  await drawn()
  await waitFor(() => expect(inView().at(-1)).toBe(1_499))
  grow({ behind: 30 })
  await frame()
  await drawn()
  await waitFor(() => expect(inView().at(-1)).toBe(1_529))

  grid.scrollTop -= 2_400
  await frame()
  await drawn()
  const seen = inView()
  expect(await screen.findByRole('button', { name: 'Newest' })).toBeInTheDocument()
  grow({ behind: 30, before: 200 })
  await frame()
  await drawn()
  expect(inView()).toEqual(seen)

  await userEvent.click(screen.getByRole('button', { name: 'Newest' }))
  await drawn()
  await waitFor(() => expect(inView().at(-1)).toBe(1_559))
})

it('[REC-2] follows the playhead while it is looked at', async () => {
  const { store, grid } = await shown(10_000, { playhead: { offset: 5_000, status: 'parked' } })
  await waitFor(() => expect(inView()).toContain(5_000))
  grid.focus()
  await userEvent.keyboard('{Home}')
  await drawn()
  expect(inView()[0]).toBe(0)
  expect(store.get(focus).record).toBe(0)
  await userEvent.click(screen.getByRole('button', { name: 'Playhead' }))
  await drawn()
  await waitFor(() => expect(inView()).toContain(5_000))
})

it('[REC-2] keeps the playhead in view when it moves, while somebody has it in view and not elsewhere', async () => {
  const agent = scriptedAgent(bankScript(bankLog(10_000), { playhead: { offset: 5_000, status: 'parked' } }))
  render(
    <div data-density="compact" style={{ blockSize: 500, inlineSize: 900 }}>
      <PanelWith agent={agent} arranged={{ folded: false }}>
        <Records />
      </PanelWith>
    </div>,
  )
  const grid = await screen.findByRole('treegrid')
  await waitFor(() => expect(inView()).toContain(5_000))
  await userEvent.click(screen.getByText('4,998'))
  for (const to of [5_030, 5_060, 4_900]) {
    await agent.call('seek', { store: 'bank', to })
    await waitFor(() => expect(inView()).toContain(to))
  }
  grid.scrollTop -= 4_800
  await frame()
  await drawn()
  const seen = inView()
  await agent.call('seek', { store: 'bank', to: 4_950 })
  await frame()
  await frame()
  expect(inView()).toEqual(seen)
})

it('[REC-12] drags a record to another place, unless Escape is pressed', async () => {
  const { store } = await shown(40)
  const rowOf = (offset: number) => {
    const row = screen
      .getAllByRole('row')
      .find((each) => each.querySelector('[role=gridcell]')?.textContent === String(offset))
    if (!row) throw new Error(`Record ${offset} is not drawn.`)
    return row
  }
  const drag = async (from: number, to: number, isCancelled = false) => {
    const grip = rowOf(from).querySelector('[data-grip]') as Element
    const box = grip.getBoundingClientRect()
    const target = rowOf(to).getBoundingClientRect()
    const at = (y: number) => ({ bubbles: true, button: 0, clientX: box.x + 4, clientY: y, pointerId: 1 })
    grip.dispatchEvent(new PointerEvent('pointerdown', at(box.y + 8)))
    window.dispatchEvent(new PointerEvent('pointermove', at(target.bottom - 2)))
    await frame()
    if (isCancelled) window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    window.dispatchEvent(new PointerEvent('pointerup', at(target.bottom - 2)))
  }
  await drag(33, 36, true)
  expect(store.get(focus).draft).toBeUndefined()
  await drag(33, 36)
  await waitFor(() => expect(store.get(focus).draft?.edit).toEqual({ at: 39, order: [34, 35, 36, 33] }))
})
