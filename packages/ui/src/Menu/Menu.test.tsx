import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { Button } from '../Button/Button.tsx'
import { Menu, MenuItem } from './Menu.tsx'

it('[CMP-5] runs an action from the keyboard and closes', async () => {
  const renamed = vi.fn<() => void>()
  render(
    <Menu trigger={<Button>More</Button>}>
      <MenuItem>Export</MenuItem>
      <MenuItem onAction={renamed}>Rename</MenuItem>
    </Menu>,
  )
  await userEvent.tab()
  await userEvent.keyboard('{Enter}r{Enter}')
  expect(renamed).toHaveBeenCalledOnce()
  expect(screen.queryByRole('menu')).not.toBeInTheDocument()
})
