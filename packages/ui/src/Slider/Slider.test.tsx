import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import type { SliderProps } from './Slider.tsx'
import { Slider } from './Slider.tsx'

it('[CMP-1] says a value in words', () => {
  render(<Harness valueText={(value) => `day ${value}`} />)
  expect(screen.getByRole('slider', { name: 'Booked up to' })).toHaveAttribute('aria-valuetext', 'day 50')
})

it('[CMP-1] says the new value after a key has moved it', async () => {
  render(<Harness valueText={(value) => `day ${value}`} />)
  await userEvent.tab()
  await userEvent.keyboard('{PageUp}')
  expect(screen.getByRole('slider')).toHaveAttribute('aria-valuetext', 'day 57')
})

it.each([
  ['{ArrowRight}', 51],
  ['{ArrowLeft}', 49],
  ['{PageUp}', 57],
  ['{PageDown}', 43],
  ['{Shift>}{ArrowRight}{/Shift}', 57],
  ['{Home}', 0],
  ['{End}', 100],
])('[CMP-1] moves by %s to %i, and ends there', async (key, expected) => {
  const ended = vi.fn<(value: number) => void>()
  render(<Harness onChangeEnd={ended} />)
  await userEvent.tab()
  await userEvent.keyboard(key)
  expect(screen.getByRole('slider')).toHaveValue(String(expected))
  expect(ended).toHaveBeenCalledWith(expected)
})

it('[CMP-1] has a name when its label is hidden', () => {
  render(<Harness isLabelHidden />)
  expect(screen.getByRole('slider', { name: 'Booked up to' })).toBeInTheDocument()
})

it('[CMP-1] cannot be moved where there is one place only', async () => {
  render(<Harness min={5} max={5} value={5} />)
  expect(screen.getByRole('slider')).toBeDisabled()
})

function Harness(props: Partial<SliderProps>) {
  const [value, setValue] = useState(props.value ?? 50)
  return <Slider label="Booked up to" min={0} max={100} pageStep={7} {...props} value={value} onChange={setValue} />
}
