import '@playhead/ui/base.css'
import { act, render, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import type { InspectedOptions } from '../inspector/inspectedApp.fixtures.ts'
import { inspectedApp } from '../inspector/inspectedApp.fixtures.ts'
import { findLine } from '../tree/findLine.fixtures.ts'
import { ValueTree } from './ValueTree.tsx'

function show(options: InspectedOptions) {
  const { calls, feeds } = inspectedApp(options)
  const windows: number[] = []
  const children = calls.children
  const agent = scriptedAgent({
    feeds,
    calls: {
      ...calls,
      children(give) {
        windows.push(give.from)
        if (!children) throw new Error('There are no children.')
        return children(give)
      },
    },
  })
  render(
    <PanelWith agent={agent}>
      <div style={{ display: 'flex', inlineSize: 400, blockSize: 300 }}>
        <ValueTree label="State" store="bank" value={{ of: 'state', at: 5 }} name="test" isSearchable />
      </div>
    </PanelWith>,
  )
  return { windows }
}

const tree = () => screen.getByRole('tree', { name: 'State' })
const many = (count: number) => ({ rows: Array.from({ length: count }, (_, id) => ({ id, text: `row ${id}` })) })

it('[VAL-2] draws and loads of 100,000 children only what is in view', async () => {
  const { windows } = show({ value: many(100_000) })
  await userEvent.click(await findLine(/^rows: Array/))
  await userEvent.click(await findLine(/^\[0 … 999\]/))
  await findLine(/^5: /)
  expect(screen.getAllByRole('treeitem').length).toBeLessThan(60)
  expect(windows).toEqual([0])
  act(() => {
    tree().scrollTop = 22 * 500
  })
  await findLine(/^500: /)
  expect(windows.filter((from) => from >= 500)).toContain(500)
  expect(windows.length).toBeLessThan(5)
})

it('[VAL-7] opens ranges on the way to a hit, and shows it', async () => {
  show({ value: many(100_000) })
  await findLine(/^rows: Array/)
  await userEvent.fill(screen.getByRole('searchbox'), 'row 87654')
  await screen.findByText('1 found')
  await userEvent.keyboard('{Enter}')
  const hit = await findLine(/^text: .row 87654/)
  await waitFor(() => expect(hit).toHaveAttribute('aria-selected', 'true'))
  await waitFor(() => {
    const { top, bottom } = hit.getBoundingClientRect()
    const around = tree().getBoundingClientRect()
    expect({ isBelowTop: top >= around.top - 1, isAboveBottom: bottom <= around.bottom + 1 }).toEqual({
      isBelowTop: true,
      isAboveBottom: true,
    })
  })
})

it('[VAL-3] keeps the active line in view while the keys move it', async () => {
  show({ value: many(1_000) })
  await userEvent.click(await findLine(/^rows: Array/))
  await findLine(/^5: /)
  tree().focus()
  await userEvent.keyboard('{End}')
  const last = await findLine(/^999: /)
  await waitFor(() => expect(last).toHaveAttribute('aria-selected', 'true'))
  expect(tree()).toHaveAttribute('aria-activedescendant', last.id)
  expect(last.getBoundingClientRect().bottom).toBeLessThanOrEqual(tree().getBoundingClientRect().bottom + 1)
})

it('[VAL-9] draws of a text of 10 MB one part at a time', async () => {
  show({ value: { huge: 'All work and no play. '.repeat(480_000) } })
  await userEvent.click(await findLine(/^huge: /))
  const text = await screen.findByRole('group', { name: 'The whole text' })
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
  await waitFor(() => expect(text.textContent).toHaveLength(10_000))
  expect(screen.getByText(/of 10,560,000 characters/)).toBeInTheDocument()
})

it('[VAL-1] runs nothing of what an app holds', async () => {
  Object.assign(window, { wasRun: false })
  const html = '<img src=x onerror="window.wasRun=true"><script>window.wasRun=true</script>'
  show({ value: { html, [html]: 1, 'javascript:window.wasRun=true': 'javascript:window.wasRun=true' } })
  await findLine(/^html: /)
  // A picture that is not there fails after the next frame.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  expect(window).toHaveProperty('wasRun', false)
  expect(tree().querySelector('img, script, a')).toBeNull()
})
