import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { describe } from 'vitest'
import { expect, test } from './support.ts'

/** Opens the newest entry of a shop beside the list. */
async function openEntry(page: Page): Promise<void> {
  await page.goto('/transactions?q=rent&direction=out&account=household')
  await page.getByRole('grid', { name: 'Transactions' }).getByRole('row').nth(1).click()
  await page.getByRole('dialog', { name: 'Transaction' }).getByText('Both sides').waitFor()
}

const category = (page: Page) => page.getByRole('combobox', { name: 'What it was for' })

describe('the features', () => {
  test('[E2E-24] what an entry was for is said, undone by keys, said again by button, and kept', async ({ page }) => {
    await openEntry(page)
    await expect.poll(() => category(page).inputValue()).toBe('Rent')
    await category(page).fill('Lei')
    await page.getByRole('option', { name: 'Leisure' }).click()
    await expect.poll(() => category(page).inputValue()).toBe('Leisure')
    const link = page.url()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Transaction' }).waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: 'Transactions', level: 1 }).click()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: 'Redo: Assigned' }).waitFor()
    await page.goto(link)
    await expect.poll(() => category(page).inputValue()).toBe('Rent')
    await page.getByRole('dialog', { name: 'Transaction' }).getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Redo: Assigned' }).click()
    await page.getByRole('button', { name: 'Undo: Assigned' }).waitFor()
    await page.goto(link)
    await expect.poll(() => category(page).inputValue()).toBe('Leisure')
  })

  test('[E2E-24] a budget and a rule are kept', async ({ page }) => {
    await page.goto('/budgets')
    await page.getByRole('button', { name: 'Set budget for Rent' }).click()
    await page.getByRole('textbox', { name: 'A month' }).fill('1500')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText(/of €1,500.00/).waitFor()
    await page.getByRole('textbox', { name: 'Words' }).fill('bakery')
    await page.getByRole('button', { name: /Category$/ }).click()
    await page.getByRole('option', { name: 'Restaurants' }).click()
    await page.getByRole('button', { name: 'Add rule' }).click()
    await page.getByText('“bakery” is Restaurants').waitFor()
    await page.reload()
    await page.getByText(/of €1,500.00/).waitFor()
    await page.getByText('“bakery” is Restaurants').waitFor()
  })

  test('[E2E-25] months are closed, and exported as files', async ({ page }) => {
    await page.goto('/accounts/household')
    await page.getByRole('link', { name: 'Statements and export' }).click()
    await page.getByRole('button', { name: /^Close \d+ months$/ }).click()
    await page.getByText(/\d+ are closed/).waitFor()
    expect(await page.getByRole('button', { name: /^Close/ }).count()).toBe(0)
    await page.getByRole('button', { name: /Period$/ }).click()
    await page.getByRole('option', { name: /^No. 3:/ }).click()
    await page.getByRole('table', { name: 'Statement no. 3' }).waitFor()
    for (const [name, start] of [
      ['CSV', '\uFEFFBooking date,'],
      ['CAMT.053', '<?xml'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
      ])
      const text = await readFile(await download.path(), 'utf8')
      expect(text.startsWith(start), name).toBe(true)
    }
  })

  test('[E2E-26] activity tells what happened and why', async ({ page }) => {
    await page.getByRole('button', { name: 'New transfer' }).click()
    await page.getByRole('button', { name: /\bTo$/ }).click()
    await page.getByRole('option', { name: 'Savings' }).click()
    await page.getByRole('textbox', { name: 'Amount' }).fill('2')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Activity' }).click()
    const records = page.getByRole('region', { name: 'Records' })
    await records.getByText('Transfer cleared').waitFor()
    await records
      .getByRole('button', { name: /Entry booked/ })
      .first()
      .click()
    const sheet = page.getByRole('dialog', { name: /^Record/ })
    await sheet.getByText('clearPayment').waitFor()
    await sheet.getByRole('button', { name: /^Transfer requested, record/ }).click()
    await sheet.getByText('payments/requested').waitFor()
  })

  test('[E2E-27] your data is exported, and forgotten after a question', async ({ page }) => {
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('link', { name: /^Your data/ }).click()
    await page.getByText(/^[\d,]+ records/).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export the log' }).click(),
    ])
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n')
    expect(lines.length).toBeGreaterThan(5_000)
    expect(JSON.parse(lines[0] as string)).toMatchObject({ app: 'playhead-bank' })
    await page.getByRole('button', { name: 'Forget me' }).click()
    await page.getByRole('button', { name: 'Delete it all' }).click()
    await page.getByText('Drop a bank statement to begin').waitFor()
    const kept = await page.evaluate(() => Object.keys(localStorage))
    expect(kept.filter((key) => key !== 'playhead-bank/begin')).toEqual([])
  })

  test('[E2E-28] an account is renamed, and called as before again by undo', async ({ page }) => {
    await page.goto('/accounts/savings')
    await page.getByRole('button', { name: 'Rename the account' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Rainy days 🌧')
    await page.getByRole('button', { name: 'Rename', exact: true }).click()
    await page.getByRole('heading', { name: 'Rainy days 🌧', level: 1 }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Rainy days 🌧', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Undo: Account renamed' }).click()
    await page.getByRole('heading', { name: 'Savings', level: 1 }).waitFor()
  })

  test('[E2E-29] what changed since the last visit is told, and leads back to how it was', async ({ page }) => {
    await page.getByRole('region', { name: 'Accounts' }).waitFor()
    expect(await page.getByRole('region', { name: 'Since your last visit' }).count()).toBe(0)
    await page.reload()
    await page.getByRole('region', { name: 'Accounts' }).waitFor()
    expect(await page.getByRole('region', { name: 'Since your last visit' }).count()).toBe(0)
    await page.getByRole('button', { name: 'New transfer' }).click()
    await page.getByRole('button', { name: /\bTo$/ }).click()
    await page.getByRole('option', { name: 'Savings' }).click()
    await page.getByRole('textbox', { name: 'Amount' }).fill('2')
    await page.getByRole('button', { name: 'Send' }).click()
    const news = page.getByRole('region', { name: 'Since your last visit' })
    await news.getByText(/^1 new entry/).waitFor()
    await news.getByRole('button', { name: 'Look at it as it was then' }).click()
    await page
      .getByText(/^As recorded /)
      .first()
      .waitFor()
    await news.waitFor({ state: 'detached' })
  })
})
