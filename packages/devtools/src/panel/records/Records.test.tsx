import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import type { Arrangement } from '../model/arrangement.ts'
import { arrangement } from '../model/arrangement.ts'
import { focus } from '../model/focus.ts'
import type { PanelStore } from '../model/panelStore.ts'
import { Records } from './Records.tsx'
import type { BankOptions } from './records.fixtures.ts'
import { bankLog, bankScript } from './records.fixtures.ts'

// jsdom lays nothing out: twenty lines and the head are in view.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(21 * 24)
})

async function shown(options: BankOptions = {}, arranged: Partial<Arrangement> = {}, records = 200) {
  const heard: [name: string, give: unknown][] = []
  let store!: PanelStore
  render(
    <PanelWith
      agent={scriptedAgent(
        bankScript(bankLog(records), { heard: (name, give) => heard.push([name, give]), ...options }),
      )}
      arranged={arranged}
      ready={(created) => {
        store = created
      }}
    >
      <Records />
    </PanelWith>,
  )
  const grid = await screen.findByRole('treegrid', { name: 'Records of bank' })
  await waitFor(() => expect(screen.getAllByRole('row').length).toBeGreaterThan(1))
  await waitFor(() => expect(within(grid).queryByText('Loading')).not.toBeInTheDocument())
  return {
    grid,
    heard,
    store,
    asked: (name: string) => heard.filter(([each]) => each === name).map(([, give]) => give),
  }
}
const lineOf = (offset: number) => {
  const line = screen
    .getAllByRole('row')
    .find((row) => row.querySelector('[role=gridcell]')?.textContent === String(offset))
  if (!line) throw new Error(`No line of record ${offset} is drawn.`)
  return line
}

describe('the list', () => {
  it('[REC-8] tells how many lines there are, and which one is active', async () => {
    const { grid } = await shown({}, { folded: false })
    expect(grid).toHaveAttribute('aria-rowcount', '201')
    expect(lineOf(199)).toHaveAttribute('aria-rowindex', '201')
    grid.focus()
    await userEvent.keyboard('{End}{ArrowUp}')
    expect(grid).toHaveAttribute('aria-activedescendant', lineOf(198).id)
    expect(lineOf(198)).toHaveAttribute('aria-selected', 'true')
  })

  it('[REC-8] travels to the active record with Enter, and to a pressed one with a second press', async () => {
    const { grid, asked } = await shown({}, { folded: false })
    grid.focus()
    await userEvent.keyboard('{End}{ArrowUp}{Enter}')
    await userEvent.dblClick(lineOf(195))
    expect(asked('seek')).toEqual([
      { store: 'bank', to: 198 },
      { store: 'bank', to: 195 },
    ])
  })

  it('[REC-3] unfolds a run with the right arrow, and folds it with the left', async () => {
    const { grid } = await shown()
    const run = lineOf(179)
    await userEvent.click(run)
    expect(run).toHaveAttribute('aria-expanded', 'false')
    const lines = Number(grid.getAttribute('aria-rowcount'))
    await userEvent.keyboard('{ArrowRight}')
    expect(grid).toHaveAttribute('aria-rowcount', String(lines + 6))
    await userEvent.keyboard('{ArrowDown}{ArrowLeft}{ArrowLeft}')
    expect(grid).toHaveAttribute('aria-rowcount', String(lines))
  })

  it('[REC-4] says which records are newer than the playhead', async () => {
    await shown({ playhead: { offset: 190, status: 'parked' } }, { folded: false })
    await waitFor(() => expect(lineOf(191)).toHaveTextContent('newer than the playhead'))
    expect(lineOf(190)).not.toHaveTextContent('newer than the playhead')
    expect(lineOf(190)).toHaveAttribute('data-playhead', 'behind')
  })

  it('[REC-1] shows why there is nothing', async () => {
    render(
      <PanelWith agent={scriptedAgent(bankScript(bankLog(0)))}>
        <Records />
      </PanelWith>,
    )
    expect(await screen.findByText('No records yet')).toBeInTheDocument()
  })
})

describe('the filter', () => {
  it('[REC-5] finds what is written, makes a chip of it with Enter, and text of the chip with Backspace', async () => {
    const { grid, store } = await shown()
    const field = screen.getByRole('combobox', { name: 'Filter records' })
    await userEvent.type(field, 'type:opened{Enter}')
    expect(store.get(arrangement).filter).toEqual({ type: 'opened' })
    await waitFor(() => expect(grid).toHaveAttribute('aria-rowcount', '13'))
    expect(screen.getByRole('button', { name: 'Remove type:opened' })).toBeInTheDocument()
    expect(field).toHaveValue('')
    await userEvent.type(field, '{Backspace}')
    expect(field).toHaveValue('type:opened')
    expect(screen.queryByRole('button', { name: 'Remove type:opened' })).not.toBeInTheDocument()
  })

  it('[REC-5] says why text is no filter, and leaves the filter as it was', async () => {
    const { store } = await shown({}, { filter: { type: 'bank' } })
    const field = screen.getByRole('combobox', { name: 'Filter records' })
    await userEvent.type(field, 'topic:bank.op*{Enter}')
    expect(await screen.findByText(/is no wildcard/)).toBeInTheDocument()
    expect(field).toHaveAttribute('aria-invalid', 'true')
    expect(store.get(arrangement).filter).toEqual({ type: 'bank' })
  })

  it('[REC-5] takes a suggestion with the arrows and Enter', async () => {
    const { store } = await shown()
    const field = screen.getByRole('combobox', { name: 'Filter records' })
    await userEvent.type(field, 'type:sta')
    await screen.findByRole('option', { name: /statementLoaded/ })
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(store.get(arrangement).filter).toEqual({ type: 'bank/statementAsked' })
  })

  it('[REC-5] clears everything with Escape', async () => {
    const { store } = await shown({}, { filter: { type: 'bank', payload: 'giro' } })
    const field = screen.getByRole('combobox', { name: 'Filter records' })
    expect(field).toHaveValue('giro')
    await userEvent.type(field, '{Escape}')
    expect(store.get(arrangement).filter).toEqual({})
  })

  it('[REC-5] closes the suggestions with Escape, and clears what was written with the next', async () => {
    await shown()
    const field = screen.getByRole('combobox', { name: 'Filter records' })
    await userEvent.type(field, 'effect:')
    expect(screen.getByRole('option', { name: /loadStatement/ })).toBeInTheDocument()
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('option')).not.toBeInTheDocument()
    expect(field).toHaveValue('effect:')
    await userEvent.keyboard('{Escape}')
    expect(field).toHaveValue('')
  })

  it('[REC-6] says how far a search is, and stops it with its hits kept', async () => {
    const { grid, asked } = await shown({ finishes: false, slice: 50 }, { filter: { type: 'bank' } })
    expect(screen.getByRole('progressbar', { name: 'Search' })).toHaveAttribute('aria-valuenow', '25')
    const lines = grid.getAttribute('aria-rowcount')
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }))
    expect(asked('holdSearch')).toMatchObject([{ isHeld: true }])
    expect(grid).toHaveAttribute('aria-rowcount', lines)
    await userEvent.click(screen.getByRole('button', { name: 'Search the rest' }))
    expect(asked('holdSearch')).toMatchObject([{ isHeld: true }, { isHeld: false }])
  })

  it('[REC-7] names hidden types, and shows one again', async () => {
    const { grid, store } = await shown({}, { folded: false })
    await userEvent.click(lineOf(199))
    await userEvent.keyboard('x')
    expect(store.get(arrangement).hidden).toEqual([expect.stringContaining('/')])
    await waitFor(() => expect(grid).not.toHaveAttribute('aria-rowcount', '201'))
    await userEvent.click(screen.getByRole('button', { name: /again$/ }))
    await waitFor(() => expect(grid).toHaveAttribute('aria-rowcount', '201'))
  })
})

describe('what can be done with a record', () => {
  it.each([
    ['the other mouse button', () => userEvent.pointer({ target: lineOf(196), keys: '[MouseRight]' })],
    [
      'the menu key',
      async () => {
        await userEvent.click(lineOf(196))
        await userEvent.keyboard('{ContextMenu}')
      },
    ],
    ['the button of its line', () => userEvent.click(lineOf(196).querySelector('[data-more] svg') as Element)],
  ])('[REC-9] is in a menu that %s opens', async (_how, open) => {
    await shown({}, { folded: false })
    await open()
    expect(await screen.findByRole('menu', { name: 'Actions for record 196' })).toBeInTheDocument()
  })

  it('[REC-9] compares two records that are chosen one after the other', async () => {
    const { store } = await shown({}, { folded: false })
    await userEvent.click(lineOf(198))
    await userEvent.keyboard('c')
    await userEvent.click(lineOf(192))
    await userEvent.keyboard('c')
    expect(store.get(focus)).toMatchObject({ comparison: { before: 192, after: 198 }, tab: 'diff' })
  })

  it('[REC-9] finds what it caused, and what its effect sent', async () => {
    const { store } = await shown({}, { folded: false })
    await userEvent.pointer({ target: lineOf(194), keys: '[MouseRight]' })
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Only what it caused' }))
    expect(store.get(arrangement).filter).toEqual({ causedBy: expect.stringMatching(/\.194$/) })
  })

  it('[REC-10] is bookmarked with a note, and led to from the list of bookmarks', async () => {
    const { grid, store } = await shown({}, { folded: false })
    await userEvent.click(lineOf(193))
    await userEvent.keyboard('b')
    await userEvent.type(await screen.findByRole('textbox', { name: 'Note' }), 'here it is wrong{Enter}')
    expect(store.get(arrangement).bookmarks).toEqual([{ store: 'bank', offset: 193, note: 'here it is wrong' }])
    expect(within(lineOf(193)).getByRole('img', { name: 'Bookmarked' })).toBeInTheDocument()
    grid.focus()
    await userEvent.keyboard('{Home}')
    await userEvent.click(screen.getByRole('button', { name: 'Bookmarks (1)' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: /Record 193/ }))
    await waitFor(() => expect(lineOf(193)).toHaveAttribute('data-active', 'true'))
    expect(store.get(focus).record).toBe(193)
  })

  it.each([
    ['{Delete}', { without: [193] }],
    ['e', { replace: { 193: { type: 'bank/transferred', payload: '' } } }],
    ['a', { insert: { 193: [{ type: '', payload: '' }] } }],
  ])('[BRN-4] %s drafts a branch with that edit', async (key, edit) => {
    const { store } = await shown({}, { folded: false }, 194)
    const type = lineOf(193).querySelector('bdi')?.textContent ?? ''
    await userEvent.click(lineOf(193))
    await userEvent.keyboard(key)
    const expected = 'replace' in edit ? { replace: { 193: { type, payload: '' } } } : edit
    expect(store.get(focus).draft).toEqual({ store: 'bank', edit: { at: 193, ...expected } })
  })

  it('[REC-12] moves up and down with Alt and an arrow', async () => {
    const { store } = await shown({}, { folded: false })
    await userEvent.click(lineOf(195))
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(store.get(focus).draft?.edit).toEqual({ at: 199, order: [195, 194] })
    await userEvent.click(lineOf(195))
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(store.get(focus).draft?.edit).toEqual({ at: 199, order: [196, 195] })
  })

  it('[REC-9] skips a whole run', async () => {
    const { store } = await shown()
    await userEvent.click(lineOf(179))
    await userEvent.keyboard('{Delete}')
    await waitFor(() => expect(store.get(focus).draft?.edit.without).toEqual([179, 180, 181, 182, 183, 184]))
  })
})
