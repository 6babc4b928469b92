import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ToastRegion } from './ToastRegion.tsx'
import { createToastQueue } from './toastQueue.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('[CMP-8] is a live region before anything is said', () => {
  render(<ToastRegion queue={createToastQueue()} />)
  expect(screen.getByRole('region', { name: 'Notifications' })).toHaveAttribute('aria-live', 'polite')
})

it('[CMP-8] takes a message away after its time', () => {
  const queue = createToastQueue()
  render(<ToastRegion queue={queue} />)
  act(() => {
    queue.show({ title: 'Link copied', timeoutMs: 1000 })
  })
  act(() => vi.advanceTimersByTime(999))
  expect(screen.getByText('Link copied')).toBeInTheDocument()
  act(() => vi.advanceTimersByTime(1))
  expect(screen.queryByText('Link copied')).not.toBeInTheDocument()
})

it('[CMP-8] keeps a message while the pointer is on it', () => {
  const queue = createToastQueue()
  render(<ToastRegion queue={queue} />)
  act(() => {
    queue.show({ title: 'Link copied', timeoutMs: 1000 })
  })
  fireEvent.pointerEnter(screen.getByText('Link copied'))
  act(() => vi.advanceTimersByTime(60_000))
  expect(screen.getByText('Link copied')).toBeInTheDocument()
})

it('[CMP-8] keeps what is negative, or has an action, until it is dismissed', () => {
  const queue = createToastQueue()
  queue.show({ tone: 'negative', title: 'Cannot be read' })
  queue.show({ title: 'Removed', action: { label: 'Undo', onAction: () => undefined } })
  render(<ToastRegion queue={queue} />)
  act(() => vi.advanceTimersByTime(3_600_000))
  expect(screen.getByText('Cannot be read')).toBeInTheDocument()
  expect(screen.getByText('Removed')).toBeInTheDocument()
})

it('[CMP-8] lets the oldest go when there are too many', () => {
  const queue = createToastQueue({ toastsMax: 2 })
  for (const title of ['one', 'two', 'three']) queue.show({ title })
  expect(queue.getSnapshot().map((toast) => toast.title)).toEqual(['two', 'three'])
})

it('[CMP-8] dismisses by id, and ignores an id that is gone', () => {
  const queue = createToastQueue()
  const id = queue.show({ title: 'one' })
  queue.show({ title: 'two' })
  queue.dismiss(id)
  queue.dismiss(id)
  expect(queue.getSnapshot().map((toast) => toast.title)).toEqual(['two'])
})
