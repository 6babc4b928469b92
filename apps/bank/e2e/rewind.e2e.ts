import { describe } from 'vitest'
import { balanceOf, book, dragTime, dropFiles, sample, slider } from './bankPage.ts'
import { expect, test } from './support.ts'

const account = 'DE46'

describe('a statement and the time bar', () => {
  test('[E2E-1] as recorded before the import, the account is not there; a reloaded link shows the same', async ({
    page,
  }) => {
    await page.getByRole('region', { name: 'Accounts' }).waitFor()
    const before = await page.getByRole('region', { name: 'Accounts' }).innerText()
    await page.getByRole('radio', { name: 'Recorded' }).click()
    const headBefore = Number(await slider(page).inputValue())
    await page.getByRole('radio', { name: 'Booked' }).click()

    await dropFiles(page, [sample('household-2024-01.sta')])
    await page.waitForURL('**/import')
    await book(page)
    await page.getByRole('link', { name: 'Overview' }).click()
    expect(await balanceOf(page, account).getAttribute('value')).toBe('295619 EUR')

    await page.getByRole('radio', { name: 'Recorded' }).click()
    const head = Number(await slider(page).inputValue())
    expect(head).toBeGreaterThan(headBefore)
    await dragTime(page, 0.5)
    await page
      .getByText(/^As recorded /)
      .first()
      .waitFor()
    await expect.poll(() => balanceOf(page, account).count()).toBe(0)

    // To the record before the import: what was there when the page was opened.
    await slider(page).press('End')
    for (let offset = head; offset > headBefore; offset--) await slider(page).press('ArrowLeft')
    await expect.poll(() => page.getByRole('region', { name: 'Accounts' }).innerText()).toBe(before)
    await page.waitForURL(`**/?recorded=${headBefore}`)

    const link = page.url()
    await page.reload()
    await page.getByRole('region', { name: 'Accounts' }).waitFor()
    expect(page.url()).toBe(link)
    expect(await page.getByRole('region', { name: 'Accounts' }).innerText()).toBe(before)
  })

  test('[E2E-2] booked up to an earlier day, its later lines are not counted; a reloaded link shows the same', async ({
    page,
  }) => {
    await dropFiles(page, [sample('household-2024-01.sta')])
    await book(page)
    await page.getByRole('link', { name: 'Overview' }).click()
    await dragTime(page, 0)
    await expect.poll(() => balanceOf(page, account).getAttribute('value')).toBe('0 EUR')

    // In the middle of the statement: 1,500.00 less the rent of the 2nd and two coffees of the 3rd.
    await page.goto('/?booked=2024-01-03')
    await expect.poll(() => balanceOf(page, account).getAttribute('value')).toBe('51240 EUR')
    await slider(page).press('ArrowLeft')
    await expect.poll(() => balanceOf(page, account).getAttribute('value')).toBe('52000 EUR')
    await page.waitForURL('**/?booked=2024-01-02')
    await page.reload()
    await expect.poll(() => balanceOf(page, account).getAttribute('value')).toBe('52000 EUR')

    await page.getByRole('button', { name: 'Back to now' }).click()
    await expect.poll(() => balanceOf(page, account).getAttribute('value')).toBe('295619 EUR')
    await expect.poll(() => new URL(page.url()).search).toBe('')
  })

  test('[E2E-3] every page keeps the place, and going back returns to it', async ({ page }) => {
    await page.goto('/?booked=2025-03-14')
    await page.getByRole('link', { name: 'Transactions', exact: true }).click()
    await page.waitForURL('**/transactions?booked=2025-03-14')
    await page.getByRole('row').nth(1).getByText('14 Mar 2025').or(page.getByText('Mar 14, 2025')).first().waitFor()
    await page.getByRole('button', { name: 'Back to now' }).click()
    await page.waitForURL('**/transactions')
    await page.goBack()
    await page
      .getByText(/Booked up to .*2025/)
      .first()
      .waitFor()
    expect(new URL(page.url()).search).toBe('?booked=2025-03-14')
  })

  test('[E2E-4] a place that is not there shows now, and says why', async ({ page }) => {
    await page.goto('/?recorded=99999999')
    await page.getByText('The link’s place in time cannot be shown').waitFor()
    await page.getByText(/the newest record here is/).waitFor()
    await expect.poll(() => new URL(page.url()).search).toBe('')
    await page.goto('/?booked=2025-02-30')
    await page.getByText(/is not a day/).waitFor()
  })

  test('[TIM-11] the recorded axis plays by the space bar, at the speed that was chosen, and pauses where it is', async ({
    page,
  }) => {
    await page.getByRole('radio', { name: 'Recorded' }).click()
    const head = Number(await slider(page).inputValue())
    for (const next of ['Speed 16×', 'Speed 64×']) {
      await page.getByRole('button', { name: /^Speed/ }).click()
      await page.getByRole('button', { name: next }).waitFor()
    }
    await slider(page).press('Space')
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    await expect.poll(async () => Number(await slider(page).inputValue())).toBeGreaterThan(5)
    await slider(page).press('Space')
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
    const offset = Number(await slider(page).inputValue())
    expect(offset).toBeLessThan(head)
    await page.waitForURL(`**/?recorded=${offset}`)
  })

  test('[E2E-5] the past is read-only: a statement can be read, not booked', async ({ page }) => {
    await page.goto('/import?booked=2025-03-14')
    await dropFiles(page, [sample('household-2024-01.sta')])
    const confirm = page.getByRole('button', { name: /^Book / })
    await confirm.waitFor()
    expect(await confirm.isDisabled()).toBe(true)
    await page.getByText('You are looking at the past, which is read-only.').waitFor()
    await page.getByRole('button', { name: 'Back to now' }).last().click()
    await expect.poll(() => confirm.isDisabled()).toBe(false)
  })
})
