import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { PartBoundary } from './PartBoundary.tsx'

it('[FRM-1] shows what a part threw while the other goes on, and tries it again when asked', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  let isBroken = true
  function Part() {
    if (isBroken) throw new Error('The canvas has no context.')
    return <p>Tracks</p>
  }
  render(
    <>
      <PartBoundary name="Timeline">
        <Part />
      </PartBoundary>
      <PartBoundary name="Records">
        <p>Rows</p>
      </PartBoundary>
    </>,
  )
  expect(screen.getByRole('alert')).toHaveTextContent('Timeline failed')
  expect(screen.getByRole('alert')).toHaveTextContent('The canvas has no context.')
  expect(screen.getByText('Rows')).toBeVisible()
  expect(said).toHaveBeenCalled()

  isBroken = false
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.getByText('Tracks')).toBeVisible()
  said.mockRestore()
})
