import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright'

/** A file of this project's own samples. */
export const sample = (name: string): string => fileURLToPath(new URL(`../samples/${name}`, import.meta.url))

/** Drops files somewhere on the page, as from the desktop. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const files = await Promise.all(
    paths.map(async (path) => ({ name: basename(path), base64: (await readFile(path)).toString('base64') })),
  )
  await dropData(page, files)
}

/** Drops a file that is made up here. */
export async function dropText(page: Page, name: string, text: string): Promise<void> {
  await dropData(page, [{ name, base64: Buffer.from(text).toString('base64') }])
}

async function dropData(page: Page, files: readonly { name: string; base64: string }[]): Promise<void> {
  await page.getByRole('slider', { name: 'Booked up to' }).waitFor()
  await page.evaluate((dropped) => {
    const data = new DataTransfer()
    for (const { name, base64 } of dropped) {
      data.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name))
    }
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }))
    }
  }, files)
}

/** Confirms the only preview on the import page, and waits until it is booked. */
export async function book(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Book / }).click()
  await page.getByText(/ is booked$/).waitFor()
}

/** The slider of the time bar. */
export const slider = (page: Page): Locator => page.getByRole('region', { name: 'Time' }).getByRole('slider')

/** Drags the time bar's thumb to a share of its way, with the pointer. */
export async function dragTime(page: Page, share: number): Promise<void> {
  const track = page.getByRole('region', { name: 'Time' }).getByRole('group').locator('> [data-orientation]')
  const thumb = track.locator('> [data-rac]')
  const from = await thumb.boundingBox()
  const along = await track.boundingBox()
  if (!from || !along) throw new Error('The time bar is not drawn.')
  const y = from.y + from.height / 2
  await page.mouse.move(from.x + from.width / 2, y)
  await page.mouse.down()
  await page.mouse.move(along.x + along.width * share, y, { steps: 12 })
  await page.mouse.up()
}

/** What an account holds, as the list of accounts on the overview says it. */
export const balanceOf = (page: Page, account: string): Locator =>
  page.getByRole('region', { name: 'Accounts' }).getByRole('link', { name: account }).locator('data')
