import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { ThemeToggle } from './ThemeToggle.tsx'
import { applyTheme, setTheme } from './theme.ts'

afterEach(() => {
  act(() => setTheme('system'))
})

const choose = async (name: string) => {
  await userEvent.click(screen.getByRole('button', { name: 'Theme' }))
  await userEvent.click(screen.getByRole('menuitemradio', { name }))
}

it('[TOK-5] leaves the theme to the system until one is chosen', () => {
  applyTheme()
  expect(document.documentElement).not.toHaveAttribute('data-theme')
})

it('[TOK-5] puts the chosen theme on the root, and remembers it', async () => {
  render(<ThemeToggle />)
  await choose('Dark')
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark')
  expect(localStorage.getItem('playhead.theme')).toBe('dark')
})

it('[TOK-5] forgets the choice when it is left to the system again', async () => {
  render(<ThemeToggle />)
  await choose('Dark')
  await choose('As the system')
  expect(document.documentElement).not.toHaveAttribute('data-theme')
  expect(localStorage.getItem('playhead.theme')).toBeNull()
})

it('[TOK-5] follows a choice made in another tab', () => {
  render(<ThemeToggle />)
  localStorage.setItem('playhead.theme', 'light')
  act(() => {
    window.dispatchEvent(new StorageEvent('storage', { key: 'playhead.theme' }))
  })
  expect(document.documentElement).toHaveAttribute('data-theme', 'light')
})
