import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { dayNumber } from '../ledger/day.ts'
import { BalanceChart } from './BalanceChart.tsx'

const from = dayNumber('2025-03-01')
const series = {
  days: Int32Array.from({ length: 31 }, (_, at) => from + at),
  minor: Float64Array.from({ length: 31 }, (_, at) => (at < 10 ? 100_000 : at < 20 ? -2_550 : 50_000)),
}

const renderChart = (onPick = vi.fn()) => {
  // jsdom lays nothing out: without a width there is nothing to draw upon.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600)
  render(<BalanceChart label="Giro" series={series} currency="EUR" onPick={onPick} />)
  return { onPick, slider: screen.getByRole('slider', { name: 'Giro: balance on a day' }) }
}

describe('BalanceChart', () => {
  it('[CHT-3] says what it shows', () => {
    renderChart()
    expect(screen.getByRole('img')).toHaveAccessibleName(
      'Giro: from €1,000.00 on March 1, 2025 to €500.00 on March 31, 2025. ' +
        'Lowest -€25.50 on March 11, 2025, highest €1,000.00 on March 1, 2025.',
    )
  })

  it('[CHT-3] says the balance of a day to keys, and picks it with Enter', async () => {
    const { slider, onPick } = renderChart()
    expect(slider).toHaveAttribute('aria-valuetext', 'March 31, 2025: €500.00')
    fireEvent.change(slider, { target: { value: String(from + 12) } })
    expect(slider).toHaveAttribute('aria-valuetext', 'March 13, 2025: -€25.50')
    slider.focus()
    await userEvent.keyboard('{Enter}')
    expect(onPick).toHaveBeenCalledWith(from + 12)
  })
})
