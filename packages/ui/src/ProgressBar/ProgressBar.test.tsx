import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { ProgressBar } from './ProgressBar.tsx'

it('[CMP-3] says how far the work is, in the words given', () => {
  render(<ProgressBar label="Reading giro.sta" value={12} max={50} valueText="12 of 50 entries" />)
  const bar = screen.getByRole('progressbar', { name: 'Reading giro.sta' })
  expect(bar).toHaveAttribute('aria-valuenow', '12')
  expect(bar).toHaveAttribute('aria-valuemax', '50')
  expect(bar).toHaveAttribute('aria-valuetext', '12 of 50 entries')
})

it('[CMP-3] has no value while the length of the work is unknown', () => {
  render(<ProgressBar label="Reading giro.sta" />)
  expect(screen.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow')
})

it('[CMP-3] is complete when there is nothing to do', () => {
  render(<ProgressBar label="Reading giro.sta" value={0} max={0} />)
  expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '100%')
})

it('[CMP-3] can be cancelled, with a button that names what it cancels', async () => {
  const cancelled = vi.fn<() => void>()
  render(<ProgressBar label="Reading giro.sta" value={1} onCancel={cancelled} />)
  await userEvent.click(screen.getByRole('button', { name: 'Cancel: Reading giro.sta' }))
  expect(cancelled).toHaveBeenCalledOnce()
})
