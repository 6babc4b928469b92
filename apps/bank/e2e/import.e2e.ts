import { describe } from 'vitest'
import { generateMt940 } from '../samples/generate.ts'
import { balanceOf, book, dropFiles, dropText, sample } from './bankPage.ts'
import { expect, test } from './support.ts'

const account = 'DE46'

describe('importing', () => {
  test('[E2E-6] a broken file is refused with its name, line and what was expected; the page stays usable', async ({
    page,
  }) => {
    await dropFiles(page, [sample('broken-booking.sta'), sample('household-2024-01.sta')])
    const refusal = page.getByRole('alert').filter({ hasText: 'broken-booking.sta' })
    await refusal.waitFor()
    expect(await refusal.innerText()).toMatch(/line 18/i)
    expect(await refusal.innerText()).toMatch(/Expected/)
    await book(page)
    await page.getByRole('link', { name: 'Overview' }).click()
    expect(await balanceOf(page, account).getAttribute('value')).toBe('295619 EUR')
  })

  test('[E2E-7] nothing is booked before it is confirmed', async ({ page }) => {
    await dropFiles(page, [sample('household-2024-01.sta')])
    await page.getByRole('button', { name: /^Book / }).waitFor()
    await page.getByRole('button', { name: 'Discard' }).click()
    await page.getByRole('link', { name: 'Overview' }).click()
    await page.getByRole('region', { name: 'Accounts' }).waitFor()
    expect(await balanceOf(page, account).count()).toBe(0)
  })

  test('[E2E-8] lines that were booked before are counted and not booked again', async ({ page }) => {
    await dropFiles(page, [sample('household-2024-01.sta')])
    await book(page)
    await dropFiles(page, [sample('household-overlap.sta')])
    await page.getByText('5 of 7 already booked').waitFor()
    await page.getByRole('button', { name: 'Book 2 entries' }).click()
    await page.getByText('household-overlap.sta is booked').waitFor()
    await dropFiles(page, [sample('household-2024-01.sta')])
    await page.getByText('There is nothing new in this file').waitFor()
    expect(await page.getByRole('button', { name: /^Book / }).count()).toBe(0)
  })

  test('[E2E-9] a booking that is stopped keeps what it booked, and can be gone on with after a reload', async ({
    page,
  }) => {
    await dropText(page, 'large.sta', generateMt940(20_000))
    await page.getByRole('button', { name: /^Book / }).click({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Cancel: Booking large.sta' }).click()
    await page.getByText('Booking large.sta was stopped').waitFor()
    await page.reload()
    await page.getByText('Stopped', { exact: true }).waitFor({ timeout: 90_000 })
    await page.getByRole('button', { name: 'Resume' }).click()
    await page.getByRole('button', { name: /^Book / }).click({ timeout: 60_000 })
    await page.getByText('large.sta is booked').waitFor({ timeout: 60_000 })
    await page.getByText('Completed', { exact: true }).waitFor()
  }, 240_000)

  test('[E2E-10] a second visit shows the same', async ({ page, origin }) => {
    await dropFiles(page, [sample('household-2024-01.sta'), sample('household-2024-02.camt053.xml')])
    for (const name of ['household-2024-01.sta', 'household-2024-02.camt053.xml']) {
      await page
        .getByRole('region', { name })
        .getByRole('button', { name: /^Book / })
        .click()
      await page.getByText(`${name} is booked`).waitFor()
    }
    await page.getByRole('link', { name: 'Overview' }).click()
    const shown = await page.getByRole('region', { name: 'Accounts' }).innerText()
    const context = page.context()
    await page.close()
    const again = await context.newPage()
    await again.goto(origin)
    await again.getByRole('region', { name: 'Accounts' }).waitFor()
    expect(await again.getByRole('region', { name: 'Accounts' }).innerText()).toBe(shown)
  })

  test('[E2E-11] a second tab says that the bank is open elsewhere', async ({ page, origin }) => {
    await page.getByRole('region', { name: 'Accounts' }).waitFor()
    const other = await page.context().newPage()
    await other.goto(origin)
    await other.getByText('The bank is open in another tab').waitFor()
    await page.close()
    await other.getByRole('button', { name: 'Try again here' }).click()
    await other.getByRole('region', { name: 'Accounts' }).waitFor()
  })

  test('[E2E-12] starting empty deletes everything after a question', async ({ page }) => {
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Start empty' }).click()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByRole('button', { name: 'Start empty' }).click()
    await page.getByRole('button', { name: 'Delete everything' }).click()
    await page.getByText('Drop a bank statement to begin').waitFor()
    await page.reload()
    await page.getByText('Drop a bank statement to begin').waitFor()
  })
})
