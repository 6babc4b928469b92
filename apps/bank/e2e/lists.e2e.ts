import { describe } from 'vitest'
import { dragTime } from './bankPage.ts'
import { expect, test } from './support.ts'

describe('lists', () => {
  test('[E2E-13] what the list is narrowed to is in the address, and a reloaded link shows the same', async ({
    page,
  }) => {
    await page.getByRole('link', { name: 'Transactions', exact: true }).click()
    await page.getByRole('grid', { name: 'Transactions' }).waitFor()
    const all = await page.getByText(/^[\d,]+ transactions$/).innerText()
    await page.getByRole('searchbox', { name: 'Search transactions' }).fill('salary')
    await page.getByRole('radio', { name: 'In', exact: true }).click()
    await page.waitForURL('**/transactions?q=salary&direction=in')
    await expect.poll(() => page.getByText(/^[\d,]+ transactions$/).innerText()).not.toBe(all)
    const found = await page.getByText(/^[\d,]+ transactions$/).innerText()
    await page.reload()
    await expect.poll(() => page.getByText(/^[\d,]+ transactions$/).innerText()).toBe(found)
    expect(await page.getByRole('searchbox', { name: 'Search transactions' }).inputValue()).toBe('salary')
  })

  test('[E2E-14] an entry opens beside the list, by press and by key, and has an address', async ({ page }) => {
    await page.goto('/transactions')
    const grid = page.getByRole('grid', { name: 'Transactions' })
    await grid.getByRole('row').nth(2).click()
    const sheet = page.getByRole('dialog', { name: 'Transaction' })
    await sheet.getByText('Both sides').waitFor()
    const link = page.url()
    expect(new URL(link).searchParams.get('entry')).not.toBeNull()
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    expect(new URL(page.url()).searchParams.get('entry')).toBeNull()

    await page.goto(link)
    await sheet.getByRole('button', { name: 'View as known then' }).click()
    await page
      .getByText(/^As recorded /)
      .first()
      .waitFor()
    await grid.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await sheet.getByText('Both sides').waitFor()
  })

  test('[E2E-15] a long list follows the time bar, and is scrolled by keys to its end', async ({ page }) => {
    await page.goto('/transactions')
    const grid = page.getByRole('grid', { name: 'Transactions' })
    await grid.waitFor()
    const rowsNow = Number(await grid.getAttribute('aria-rowcount'))
    await dragTime(page, 0.5)
    await expect.poll(async () => Number(await grid.getAttribute('aria-rowcount'))).toBeLessThan(rowsNow * 0.7)
    await grid.focus()
    await page.keyboard.press('End')
    await grid
      .getByText(/Opening balance|brought forward/)
      .first()
      .waitFor()
    const active = await grid.getAttribute('aria-activedescendant')
    const row = page.locator(`[id="${active}"]`)
    expect(await row.getAttribute('aria-rowindex')).toBe(await grid.getAttribute('aria-rowcount'))
    expect(await row.isVisible()).toBe(true)
  })
})
