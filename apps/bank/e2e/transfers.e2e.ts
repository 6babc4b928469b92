import type { Page } from 'playwright'
import { describe } from 'vitest'
import { balanceOf } from './bankPage.ts'
import { expect, test } from './support.ts'

/** Fills in the form of a transfer from the household account to savings, and leaves it open. */
async function write(page: Page, { amount, mode }: { amount: string; mode: string }): Promise<void> {
  await page.getByRole('button', { name: 'New transfer' }).click()
  await page.getByRole('button', { name: /\bTo$/ }).click()
  await page.getByRole('option', { name: 'Savings' }).click()
  await page.getByRole('textbox', { name: 'Amount' }).fill(amount)
  await page.getByRole('radio', { name: mode }).click()
}

const send = (page: Page) => page.getByRole('button', { name: 'Send' }).click()
const transfers = (page: Page) => page.getByRole('region', { name: 'Transfers', exact: true })
const household = (page: Page) => balanceOf(page, 'Household account').first()
const minorOf = async (page: Page): Promise<number> =>
  Number.parseInt((await household(page).getAttribute('value')) ?? '', 10)

describe('transfers', () => {
  test('[E2E-16] a transfer is pending at once and cleared when the bank says so', async ({ page }) => {
    await page.getByRole('region', { name: 'Accounts' }).waitFor()
    const before = await minorOf(page)
    // With the agreed overdraft of 1,000 EUR.
    const available = before + 100_000
    await write(page, { amount: '12.34', mode: 'Slow' })
    await send(page)
    await transfers(page).getByText('Pending').waitFor()
    // On hold, so it is not available; the balance has it still.
    const row = page.getByRole('region', { name: 'Accounts' }).getByRole('link', { name: 'Household account' })
    await expect.poll(() => row.locator('data').nth(1).getAttribute('value')).toBe(`${available - 1_234} EUR`)
    expect(await minorOf(page)).toBe(before)
    await transfers(page).getByText('Late').waitFor()
    await expect.poll(() => minorOf(page)).toBe(before - 1_234)
    await page.getByRole('link', { name: 'All transfers' }).click()
    await page.getByText('Cleared').waitFor()
  })

  test('[E2E-16] the bank that clears at once leaves nothing pending', async ({ page }) => {
    await page.getByRole('region', { name: 'Accounts' }).waitFor()
    const before = await minorOf(page)
    await write(page, { amount: '1', mode: 'Instant' })
    await send(page)
    await expect.poll(() => minorOf(page)).toBe(before - 100)
    expect(await transfers(page).getByText('Pending').count()).toBe(0)
  })

  test('[E2E-17] what the bank refuses moves nothing, and says why', async ({ page }) => {
    await page.getByRole('region', { name: 'Accounts' }).waitFor()
    const before = await minorOf(page)
    await write(page, { amount: '12.34', mode: 'Refusing' })
    await send(page)
    await transfers(page).getByText('Refused', { exact: true }).waitFor()
    await transfers(page).getByText('The sandbox bank refused it: the daily limit is reached.').waitFor()
    expect(await minorOf(page)).toBe(before)
  })

  test('[E2E-17] a flaky bank ends every transfer: cleared, or refused with the reason', async ({ page }) => {
    await page.getByRole('region', { name: 'Accounts' }).waitFor()
    for (const amount of ['1', '2', '3', '4']) {
      await write(page, { amount, mode: 'Flaky' })
      await send(page)
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await page.getByRole('link', { name: 'Transfers', exact: true }).click()
    const list = transfers(page).getByRole('listitem')
    await expect.poll(() => list.count()).toBe(4)
    await expect.poll(() => list.filter({ hasText: /Cleared|Refused/ }).count()).toBe(4)
    for (const refused of await list.filter({ hasText: 'Refused' }).allInnerTexts()) {
      expect(refused).toMatch(/refused it|could not be reached/)
    }
  })

  test('[E2E-18] pressed twice, it is paid once', async ({ page }) => {
    await page.getByRole('region', { name: 'Accounts' }).waitFor()
    const before = await minorOf(page)
    await write(page, { amount: '5', mode: 'Slow' })
    await page.getByRole('button', { name: 'Send' }).dblclick()
    await transfers(page).getByText('Pending').waitFor()
    await expect.poll(() => minorOf(page)).toBe(before - 500)
    await page.getByRole('link', { name: 'Transfers', exact: true }).click()
    await page.getByText('Cleared').waitFor()
    expect(await transfers(page).getByRole('listitem').count()).toBe(1)
  })

  test('[E2E-19] a reload in the middle goes on, and pays once', async ({ page }) => {
    await page.getByRole('region', { name: 'Accounts' }).waitFor()
    const before = await minorOf(page)
    await write(page, { amount: '7', mode: 'Slow' })
    await send(page)
    await transfers(page).getByText('Pending').waitFor()
    await page.reload()
    await transfers(page)
      .getByText(/Pending|Late/)
      .waitFor()
    await expect.poll(() => minorOf(page)).toBe(before - 700)
    await page.reload()
    await page.getByRole('region', { name: 'Accounts' }).waitFor()
    expect(await minorOf(page)).toBe(before - 700)
  })

  test('[E2E-20] a transfer is taken back by a new entry, and both stay', async ({ page }) => {
    await page.getByRole('region', { name: 'Accounts' }).waitFor()
    const before = await minorOf(page)
    await write(page, { amount: '9', mode: 'Instant' })
    await send(page)
    await expect.poll(() => minorOf(page)).toBe(before - 900)
    await page.getByRole('link', { name: 'Transfers', exact: true }).click()
    await page.getByRole('button', { name: /^Take back/ }).click()
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByText('Taken back', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Overview' }).click()
    await expect.poll(() => minorOf(page)).toBe(before)
  })

  test('[E2E-21] a transfer by keyboard alone', async ({ page }) => {
    await page.getByRole('region', { name: 'Accounts' }).waitFor()
    const before = await minorOf(page)
    await page.getByRole('button', { name: 'New transfer' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'New transfer' }).waitFor()
    await page.getByRole('button', { name: /\bTo$/ }).focus()
    await page.keyboard.press('Enter')
    const focused = page.locator(':focus')
    // Each key is for what the one before it has brought the focus to.
    await page.getByRole('option').and(focused).waitFor()
    await page.keyboard.type('Sav')
    await page
      .getByRole('option', { name: /Savings/ })
      .and(focused)
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /\bTo$/ }).and(focused).waitFor()
    await page.keyboard.press('Tab')
    await page.getByRole('textbox').and(focused).waitFor()
    await page.keyboard.type('3')
    await page.keyboard.press('Enter')
    await expect.poll(() => minorOf(page)).toBe(before - 300)
  })

  test('[E2E-22] a scheduled transfer is made when its time has come, by the clock of the page', async ({ page }) => {
    await page.clock.install()
    await page.goto('/')
    await page.getByRole('region', { name: 'Accounts' }).waitFor()
    const before = await minorOf(page)
    await write(page, { amount: '4', mode: 'Instant' })
    const tomorrow = await page.evaluate(() => {
      const at = new Date(Date.now() + 86_400_000)
      const two = (part: number) => String(part).padStart(2, '0')
      return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
    })
    await page.getByLabel('When').fill(tomorrow)
    await page.getByRole('button', { name: 'Schedule' }).click()
    await transfers(page).getByText('Scheduled').waitFor()
    expect(await minorOf(page)).toBe(before)
    await page.clock.fastForward('25:00:00')
    await expect.poll(() => minorOf(page)).toBe(before - 400)
  })
})
