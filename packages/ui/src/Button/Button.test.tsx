import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { IconButton } from '../IconButton/IconButton.tsx'
import { Button } from './Button.tsx'

it('[CMP-10] keeps its name and its focus while pending, and takes no press', async () => {
  const pressed = vi.fn<() => void>()
  const { rerender } = render(<Button onPress={pressed}>Import</Button>)
  await userEvent.tab()
  rerender(
    <Button onPress={pressed} isPending>
      Import
    </Button>,
  )
  const button = screen.getByRole('button', { name: /^Import/ })
  expect(button).toHaveFocus()
  await userEvent.click(button)
  expect(pressed).not.toHaveBeenCalled()
})

it('[CMP-10] names an icon by its label, and shows it when it is focused', async () => {
  render(<IconButton label="Step back" icon={<svg aria-hidden="true" />} shortcut="←" />)
  expect(screen.getByRole('button', { name: 'Step back' })).toBeInTheDocument()
  await userEvent.tab()
  expect(screen.getByRole('tooltip')).toHaveTextContent('Step back ←')
})
