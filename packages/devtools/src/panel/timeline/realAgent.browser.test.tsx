import '@playhead/ui/base.css'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { bank, bankWith, connected } from '../../agent/agent.fixtures.ts'
import { pageTime } from '../../agent/work/pageTime.ts'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { Timeline } from './Timeline.tsx'

let close = () => {}
afterEach(() => close())

describe('the timeline of a real store', () => {
  it('[TRK-8] drags the playhead of the app', async () => {
    const { store, stage } = await shown(500)
    at(stage, 'pointerdown', 100)
    at(stage, 'pointermove', 300)
    at(stage, 'pointerup', 300)
    await waitFor(() => expect(store.timeline.playhead.status).toBe('parked'))
    await waitFor(() => expect(slider()).toHaveAttribute('aria-valuenow', String(store.timeline.playhead.offset)))
    await waitFor(() => expect(slider()).toHaveAttribute('aria-valuetext', expect.stringContaining('bank/paid')))
  })

  it('[TRK-4] follows what is dispatched', async () => {
    const { store } = await shown(30)
    act(() => {
      for (let n = 0; n < 40; n++) store.dispatch(bank.paid({ id: 'a', minor: n }))
    })
    await waitFor(() => expect(slider()).toHaveAttribute('aria-valuenow', '69'))
    await waitFor(() => expect(screen.getByRole('img')).toHaveAccessibleName(/: 70 records; .*ledger 70/))
  })

  it('[TRK-9] has a row for each effect, and a lane for each branch', async () => {
    const { store, panel } = await shown(30)
    act(() => void store.dispatch(bank.asked({ id: 'a' })))
    await act(() => panel.call('branch', { store: 'bank', edit: { at: 12, without: [5] }, name: 'without one' }))
    expect(await screen.findByRole('button', { name: 'without one' })).toBeVisible()
    expect(screen.getByText('answer')).toBeVisible()
  })

  it('[TRK-12] counts what is in sight by recorded time as by offset', async () => {
    await shown(2000)
    await waitFor(() => expect(screen.getByRole('img')).toHaveAccessibleName(/ledger 2,000/))
    fireEvent.click(screen.getByRole('radio', { name: 'By recorded time' }))
    await waitFor(() => expect(screen.getByRole('img')).toHaveAccessibleName(/ledger 2,000/))
  })
})

async function shown(records: number) {
  const store = bankWith(records)
  const { panel, close: leave } = connected(store, { time: pageTime })
  close = leave
  render(
    <div style={{ inlineSize: 900, blockSize: 420 }}>
      <PanelWith agent={panel}>
        <Timeline />
      </PanelWith>
    </div>,
  )
  await waitFor(() => expect(slider()).toHaveAttribute('aria-valuenow', String(records - 1)))
  const stage = slider().parentElement
  if (!stage) throw new Error('The slider has no stage.')
  return { store, stage, panel }
}

const slider = () => screen.getByRole('slider', { hidden: true })

function at(stage: HTMLElement, type: string, x: number): void {
  const { left, top } = stage.getBoundingClientRect()
  act(() => {
    stage.dispatchEvent(
      new PointerEvent(type, { bubbles: true, pointerId: 1, button: 0, clientX: left + x, clientY: top + 10 }),
    )
  })
}
