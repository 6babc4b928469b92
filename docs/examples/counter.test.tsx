import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'

it('goes back with the slider, takes actions meanwhile, and comes back to them', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  const { default: Counter } = await import('./counter.tsx')
  render(<Counter />)
  const shown = screen.getByRole('status')
  const slider = screen.getByRole('slider')

  fireEvent.click(screen.getByText('Add 1'))
  expect(shown.textContent).toBe('1')

  fireEvent.change(slider, { target: { value: '1' } })
  expect(shown.textContent).toBe('11')

  fireEvent.click(screen.getByText('Add 1'))
  expect(shown.textContent).toBe('11')
  expect(slider).toHaveAttribute('max', '4')

  fireEvent.click(screen.getByText('Live'))
  expect(shown.textContent).toBe('2')
  fireEvent.click(screen.getByText('Clear'))
  expect(shown.textContent).toBe('0')
})
