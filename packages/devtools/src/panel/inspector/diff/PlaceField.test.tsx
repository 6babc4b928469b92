import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { PlaceField, placeOf } from './PlaceField.tsx'

it('[INS-6] reads digits, commas, start and head as places', () => {
  expect(['#1,204', '12', 'start', ' HEAD '].map((text) => placeOf(text, 5_000))).toEqual([1_204, 12, -1, 5_000])
})

it('[INS-6] reads nothing else as a place', () => {
  expect(['', 'x', '1.5', '-2', '5001'].map((text) => placeOf(text, 5_000))).toEqual(
    [...new Array(5)].map(() => undefined),
  )
})

it('[INS-6] takes a place on Enter, and puts back what is none', async () => {
  const changed = vi.fn<(place: number) => void>()
  render(<PlaceField label="From" value={7} head={100} onChange={changed} />)
  const field = screen.getByRole('textbox', { name: 'From' })
  await userEvent.clear(field)
  await userEvent.type(field, '42{Enter}')
  expect(changed).toHaveBeenCalledExactlyOnceWith(42)
  await userEvent.clear(field)
  await userEvent.type(field, '4000{Enter}')
  expect(changed).toHaveBeenCalledOnce()
  expect(field).toHaveValue('7')
})

it('[INS-6] steps with the arrows and stops at both ends', async () => {
  const changed = vi.fn<(place: number) => void>()
  render(<PlaceField label="To" value={100} head={100} onChange={changed} />)
  await userEvent.type(screen.getByRole('textbox', { name: 'To' }), '{ArrowUp}{ArrowDown}')
  expect(changed.mock.calls).toEqual([[99]])
})
