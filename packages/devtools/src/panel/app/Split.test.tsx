import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { arrangementFor } from './PartLayout.tsx'
import { Split } from './Split.tsx'

const split = (
  <Split
    label="Size of the list"
    name="list"
    direction="columns"
    share={0.5}
    leastPx={[10, 10]}
    first={<p>first</p>}
    second={<p>second</p>}
  />
)

describe('two parts and what separates them', () => {
  afterEach(() => localStorage.clear())

  it('[FRM-4] are sized by keys, and found again as they were left', async () => {
    const { unmount } = render(split)
    const separator = screen.getByRole('separator', { name: 'Size of the list' })
    expect(separator).toHaveAttribute('aria-valuenow', '50')
    separator.focus()
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
    expect(separator).toHaveAttribute('aria-valuenow', '44')
    unmount()
    render(split)
    expect(screen.getByRole('separator')).toHaveAttribute('aria-valuenow', '44')
  })

  it('[FRM-4] go to both ends and back by keys', async () => {
    render(split)
    const separator = screen.getByRole('separator')
    separator.focus()
    await userEvent.keyboard('{Home}')
    expect(separator).toHaveAttribute('aria-valuenow', '2')
    await userEvent.keyboard('{End}')
    expect(separator).toHaveAttribute('aria-valuenow', '98')
    await userEvent.keyboard('{Enter}')
    expect(separator).toHaveAttribute('aria-valuenow', '50')
  })

  it('[FRM-4] begin anew where something else is stored', () => {
    localStorage.setItem('playhead-devtools/share/list', 'half')
    render(split)
    expect(screen.getByRole('separator')).toHaveAttribute('aria-valuenow', '50')
  })
})

describe('the arrangement of the parts', () => {
  it('[FRM-4] is side by side, one below another, or one at a time, by the room there is', () => {
    expect(arrangementFor(1280, 320)).toBe('wide')
    expect(arrangementFor(640, 900)).toBe('wide')
    expect(arrangementFor(480, 720)).toBe('tall')
    expect(arrangementFor(480, 300)).toBe('tabs')
    expect(arrangementFor(360, 640)).toBe('tabs')
    expect(arrangementFor(1280, 100)).toBe('tabs')
  })
})
