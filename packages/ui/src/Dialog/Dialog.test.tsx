import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { Button } from '../Button/Button.tsx'
import { Dialog } from './Dialog.tsx'

const open = async (isDismissable = true) => {
  render(
    <Dialog
      trigger={<Button>Review</Button>}
      title="Book 374 entries?"
      isDismissable={isDismissable}
      footer={(close) => <Button onPress={close}>Cancel</Button>}
    />,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Review' }))
}

it('[CMP-6] is named by its title, and has the focus', async () => {
  await open()
  const dialog = screen.getByRole('dialog', { name: 'Book 374 entries?' })
  expect(dialog.contains(document.activeElement)).toBe(true)
})

it('[CMP-6] closes with Escape, and the focus returns to what opened it', async () => {
  await open()
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  await waitFor(() => expect(screen.getByRole('button', { name: 'Review' })).toHaveFocus())
})

it('[CMP-6] hands its footer the way to close', async () => {
  await open()
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

it('[CMP-6] stays open on Escape, without a cross, when it may not be dismissed', async () => {
  await open(false)
  await userEvent.keyboard('{Escape}')
  expect(screen.getByRole('dialog')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Close' })).not.toBeInTheDocument()
})
