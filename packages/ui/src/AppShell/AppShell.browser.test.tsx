import '../tokens/base.css'
import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { brand, Dashboard, navigation, PastBanner, parkedAt, TimeBar, topBar } from './AppShell.fixtures.tsx'
import { AppShell } from './AppShell.tsx'

it.each([
  [360, 740],
  [640, 900],
  [768, 1024],
  [1024, 768],
  [1280, 800],
  [2560, 1400],
])('[CMP-11] fits a page of %i by %i without scrolling sideways', async (width, height) => {
  await page.viewport(width, height)
  renderPage()
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
})

it.each([
  [360, 740],
  [1280, 800],
])('[CMP-11] keeps navigation and time bar in view at %i by %i, and apart', async (width, height) => {
  await page.viewport(width, height)
  renderPage()
  window.scrollTo(0, 400)
  const navigationBox = screen.getByRole('navigation', { name: 'Main' }).getBoundingClientRect()
  const timeBox = screen.getByRole('region', { name: 'Time' }).getBoundingClientRect()
  expect(navigationBox.bottom).toBeLessThanOrEqual(height)
  expect(timeBox.bottom).toBeLessThanOrEqual(height)
  expect(timeBox.top).toBeGreaterThan(height / 2)
  const overlap =
    Math.min(navigationBox.right, timeBox.right) > Math.max(navigationBox.left, timeBox.left) &&
    Math.min(navigationBox.bottom, timeBox.bottom) > Math.max(navigationBox.top, timeBox.top)
  expect(overlap).toBe(false)
})

it('[CMP-11] has its landmarks, and a way past the navigation as the first stop', () => {
  renderPage()
  expect(screen.getByRole('main')).toHaveAttribute('id', 'main')
  expect(screen.getByRole('banner')).toContainElement(screen.getByRole('heading', { level: 1 }))
  const first = document.querySelector('a, button, input, [tabindex]')
  expect(first).toHaveTextContent('Skip to content')
  expect(first).toHaveAttribute('href', '#main')
})

it('[CMP-12] takes presses on 24 px around what is drawn', async () => {
  await page.viewport(1280, 800)
  renderPage()
  const buttons = screen.getAllByRole('button').filter((button) => button.getBoundingClientRect().height > 0)
  const tooSmall = buttons.filter((button) => {
    const box = button.getBoundingClientRect()
    if (box.bottom > window.innerHeight || box.top < 0) return false
    const x = (box.left + box.right) / 2
    const y = (box.top + box.bottom) / 2
    const reached = [-11.5, 11.5].flatMap((by) => [
      document.elementFromPoint(x + by, y),
      document.elementFromPoint(x, y + by),
    ])
    return reached.some((element) => !button.contains(element))
  })
  expect(buttons.length).toBeGreaterThan(4)
  expect(tooSmall.map((button) => button.getAttribute('aria-label') ?? button.textContent)).toEqual([])
})

function renderPage() {
  render(
    <AppShell
      brand={brand}
      navigation={navigation}
      topBar={topBar}
      banner={<PastBanner />}
      timeBar={<TimeBar at={parkedAt} />}
      isPast
    >
      <Dashboard isPast />
    </AppShell>,
  )
}
