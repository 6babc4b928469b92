import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { SegmentedControl } from './SegmentedControl.tsx'

it('[CMP-2] is a group of radio buttons with one of them checked', () => {
  render(<Harness />)
  expect(screen.getByRole('radiogroup', { name: 'Time axis' })).toBeInTheDocument()
  expect(screen.getByRole('radio', { name: 'Booked' })).toBeChecked()
  expect(screen.getByRole('radio', { name: 'Recorded' })).not.toBeChecked()
})

it('[CMP-2] checks the segment that is pressed, and only that', async () => {
  render(<Harness />)
  await userEvent.click(screen.getByRole('radio', { name: 'Recorded' }))
  expect(screen.getAllByRole('radio', { checked: true }).map((radio) => radio.textContent)).toEqual(['Recorded'])
})

it('[CMP-2] stays checked when the checked segment is pressed again', async () => {
  render(<Harness />)
  await userEvent.click(screen.getByRole('radio', { name: 'Booked' }))
  expect(screen.getByRole('radio', { name: 'Booked' })).toBeChecked()
})

it('[CMP-2] is one stop of the tab key, and arrows move inside', async () => {
  render(<Harness />)
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(screen.getByRole('radio', { name: 'Recorded' })).toHaveFocus()
  await userEvent.tab()
  expect(document.body).toHaveFocus()
})

function Harness() {
  const [axis, setAxis] = useState<'booked' | 'recorded'>('booked')
  return (
    <SegmentedControl
      label="Time axis"
      value={axis}
      onChange={setAxis}
      segments={[
        { value: 'booked', label: 'Booked' },
        { value: 'recorded', label: 'Recorded' },
      ]}
    />
  )
}
