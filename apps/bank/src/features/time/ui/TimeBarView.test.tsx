import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { PlaySpeed } from '../playSpeeds.ts'
import { bookedAxis } from './bookedAxis.ts'
import { recordedAxis } from './recordedAxis.ts'
import { TimeBarView } from './TimeBarView.tsx'

const span = { first: '2023-01-15', last: '2026-03-01', endsToday: true, activity: [] }

const recorded = {
  offset: 3_412,
  head: 5_020,
  time: Date.UTC(2025, 2, 12, 6),
  activity: [],
  viewRecord: () => {},
  playback: { isPlaying: false, speed: 4, toggle: () => {}, changeSpeed: () => {} },
} as const

/** A bar over the booked axis that keeps its own place. */
function Booked({ at, seen }: { at: string | undefined; seen: (day: string | undefined) => void }) {
  const [day, setDay] = useState(at)
  const viewDay = (to: string | undefined) => {
    seen(to)
    setDay(to)
  }
  return <TimeBarView model={bookedAxis({ ...span, day, viewDay })} onAxisChange={() => {}} />
}

const renderBooked = (at?: string) => {
  const seen = vi.fn()
  render(<Booked at={at} seen={seen} />)
  return { seen, user: userEvent.setup(), slider: screen.getByRole('slider', { name: 'Booked up to' }) }
}

describe('the time bar', () => {
  it('[TIM-9] steps by a day, and with Shift by a month of the calendar', async () => {
    const { seen, user } = renderBooked('2025-03-31')
    await user.click(screen.getByRole('button', { name: 'Back one day' }))
    expect(seen).toHaveBeenLastCalledWith('2025-03-30')
    await user.keyboard('{Shift>}')
    await user.click(screen.getByRole('button', { name: 'Back one day' }))
    await user.keyboard('{/Shift}')
    expect(seen).toHaveBeenLastCalledWith('2025-02-28')
    await user.click(screen.getByRole('button', { name: 'Forward one day' }))
    expect(seen).toHaveBeenLastCalledWith('2025-03-01')
  })

  it('[TIM-9] steps by keys as by buttons', async () => {
    const { seen, user, slider } = renderBooked('2024-02-29')
    slider.focus()
    await user.keyboard('{ArrowLeft}')
    expect(seen).toHaveBeenLastCalledWith('2024-02-28')
    await user.keyboard('{PageUp}')
    expect(seen).toHaveBeenLastCalledWith('2024-03-28')
    await user.keyboard('{Shift>}{ArrowLeft}{/Shift}')
    expect(seen).toHaveBeenLastCalledWith('2024-02-28')
  })

  it('[TIM-9] stops at its beginning, and at its end is now', async () => {
    const { seen, user, slider } = renderBooked('2026-02-28')
    slider.focus()
    await user.keyboard('{ArrowRight}')
    expect(seen).toHaveBeenLastCalledWith(undefined)
    expect(screen.getByRole('button', { name: 'Forward one day' })).toBeDisabled()
    expect(screen.getByText('Booked up to today')).toBeVisible()
    await user.keyboard('{PageDown}')
    expect(seen).toHaveBeenLastCalledWith('2026-02-01')
    await user.click(screen.getByRole('button', { name: 'Back to today' }))
    expect(seen).toHaveBeenLastCalledWith(undefined)
  })

  it('[TIM-9] never leaves its beginning', async () => {
    const { seen, user, slider } = renderBooked('2023-01-20')
    slider.focus()
    await user.keyboard('{PageDown}')
    expect(seen).toHaveBeenLastCalledWith('2023-01-15')
    expect(screen.getByRole('button', { name: 'Back one day' })).toBeDisabled()
  })

  it('[TIM-9] says the place in words', () => {
    const { slider } = renderBooked('2025-03-14')
    expect(slider).toHaveAttribute('aria-valuetext', 'Fri, Mar 14, 2025')
  })

  it('[TIM-9] steps by a record, and with Shift by a hundred', async () => {
    const viewRecord = vi.fn()
    const user = userEvent.setup()
    render(<TimeBarView model={recordedAxis({ ...recorded, viewRecord })} onAxisChange={() => {}} />)
    await user.click(screen.getByRole('button', { name: 'Back one record' }))
    expect(viewRecord).toHaveBeenLastCalledWith(3_411)
    screen.getByRole('slider').focus()
    await user.keyboard('{PageUp}')
    expect(viewRecord).toHaveBeenLastCalledWith(3_512)
    expect(screen.getByText('As recorded · 3,412 of 5,020')).toBeVisible()
  })

  it('[TIM-11] plays and pauses by its button, and by the space bar on the slider', async () => {
    const toggle = vi.fn()
    const user = userEvent.setup()
    const bar = (isPlaying: boolean) => (
      <TimeBarView
        model={recordedAxis({ ...recorded, playback: { ...recorded.playback, isPlaying, toggle } })}
        onAxisChange={() => {}}
      />
    )
    const { rerender } = render(bar(false))
    await user.click(screen.getByRole('button', { name: 'Play' }))
    expect(toggle).toHaveBeenCalledTimes(1)
    rerender(bar(true))
    expect(screen.queryByRole('button', { name: 'Play' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Pause' }))
    screen.getByRole('slider').focus()
    await user.keyboard(' ')
    expect(toggle).toHaveBeenCalledTimes(3)
  })

  it('[TIM-11] goes through the speeds from one to 64, and begins again', async () => {
    const user = userEvent.setup()
    function Playing() {
      const [speed, changeSpeed] = useState<PlaySpeed>(1)
      const playback = { ...recorded.playback, speed, changeSpeed }
      return <TimeBarView model={recordedAxis({ ...recorded, playback })} onAxisChange={() => {}} />
    }
    render(<Playing />)
    const shown: (string | null)[] = []
    for (let press = 0; press < 4; press++) {
      const button = screen.getByRole('button', { name: /^Speed/ })
      shown.push(button.textContent)
      await user.click(button)
    }
    expect(shown).toEqual(['1×', '4×', '16×', '64×'])
    expect(screen.getByRole('button', { name: 'Speed 1×' })).toBeVisible()
  })

  it('[TIM-11] cannot play the booked axis, which has no recorded gaps', () => {
    renderBooked()
    expect(screen.queryByRole('button', { name: 'Play' })).toBeNull()
  })

  it('[TIM-9] changes the axis', async () => {
    const changed = vi.fn()
    const user = userEvent.setup()
    render(<TimeBarView model={bookedAxis({ ...span, day: undefined, viewDay: () => {} })} onAxisChange={changed} />)
    await user.click(screen.getByRole('radio', { name: 'Recorded' }))
    expect(changed).toHaveBeenCalledWith('recorded')
  })
})
