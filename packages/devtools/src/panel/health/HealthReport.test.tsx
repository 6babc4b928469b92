import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { failures, health } from '../app/overview.fixtures.ts'
import { HealthReport } from './HealthReport.tsx'

it('[HND-3] shows figures with their units, and what is not known as that', () => {
  const { rerender } = render(<HealthReport health={health} errors={[]} onGo={() => {}} />)
  expect(screen.getByText('1,000,000')).toBeVisible()
  expect(screen.getByText('214 MB')).toBeVisible()
  expect(screen.getByText('1.1 ms')).toBeVisible()
  rerender(<HealthReport health={{ ...health, bytes: undefined, seekMs: undefined }} errors={[]} onGo={() => {}} />)
  expect(screen.getAllByText('–')).toHaveLength(2)
})

it('[HND-3] leads from an error to its record, the newest error first', async () => {
  const gone: number[] = []
  render(<HealthReport health={health} errors={failures} onGo={(offset) => gone.push(offset)} />)
  expect(screen.getAllByRole('listitem')[0]).toHaveTextContent('effect/failed')
  await userEvent.click(screen.getByRole('button', { name: 'Go to record 1,234' }))
  expect(gone).toEqual([1234])
})
