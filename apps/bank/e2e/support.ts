import type { Browser, Page } from 'playwright'
import { chromium } from 'playwright'
import { test as base, expect, inject } from 'vitest'
import { browserMissing, chromiumArgs, findChromium } from '../../../scripts/chromium.mjs'
import type {} from '../../../scripts/vitest/bankServer.ts'

/**
 * A test with the built dashboard open in Chromium.
 *
 * `page` is a fresh profile at the dashboard's first page; the test fails if an error reached the page's
 * window. `origin` is the address that serves it, without a closing slash.
 */
export const test = base.extend<{ page: Page; origin: string; browser: Browser }>({
  browser: [
    async ({}, use) => {
      const executablePath = findChromium()
      if (executablePath === undefined) throw new Error(browserMissing)
      const browser = await chromium.launch({ executablePath, args: chromiumArgs })
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  origin: async ({}, use) => {
    const bank = inject('bank')
    if ('error' in bank) throw new Error(bank.error)
    await use(bank.origin)
  },
  page: async ({ browser, origin }, use) => {
    const context = await browser.newContext({ baseURL: origin })
    const page = await context.newPage()
    const errors: Error[] = []
    page.on('pageerror', (error) => errors.push(error))
    await page.goto('/')
    await use(page)
    await context.close()
    expect(errors, 'errors that reached the window').toEqual([])
  },
})

export { expect } from 'vitest'
