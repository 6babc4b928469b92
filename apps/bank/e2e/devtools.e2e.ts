import axe from 'axe-core'
import type { Frame, FrameLocator, Locator, Page } from 'playwright'
import { describe } from 'vitest'
import { slider } from './bankPage.ts'
import { dock, openButton, openPanel, playhead } from './devtoolsPanel.ts'
import { expect, test } from './support.ts'

describe('the devtools panel', () => {
  test('[DVT-1] opens by its button and by the keys, and closes by the keys from inside', async ({ page }) => {
    const panel = await openPanel(page)
    await panel.getByRole('button', { name: 'Store: bank' }).waitFor()
    await playhead(panel).press('Control+Shift+Period')
    await openButton(page).waitFor()
    expect(await dock(page).count()).toBe(0)
    await page.keyboard.press('Control+Shift+Period')
    await playhead(panel).waitFor()
  })

  test('[DVT-2] moves the dashboard along while the playhead is dragged', async ({ page }) => {
    const panel = await openPanel(page)
    await showRecorded(page)
    const head = Number(await playhead(panel).getAttribute('aria-valuenow'))
    const along = await boxOf(playhead(panel))
    const y = along.y + along.height / 2
    await page.mouse.move(along.x + along.width - 8, y)
    await page.mouse.down()
    await page.mouse.move(along.x + along.width / 2, y, { steps: 20 })
    await expect.poll(async () => Number(await slider(page).inputValue())).toBeLessThan(head * 0.6)
    await page.mouse.up()
    const offset = Number(await playhead(panel).getAttribute('aria-valuenow'))
    expect(Math.abs(offset - head / 2)).toBeLessThan(head * 0.05)
    await expect.poll(async () => Number(await slider(page).inputValue())).toBe(offset)

    await panel.getByRole('button', { name: /^Live/ }).click()
    await expect.poll(async () => Number(await slider(page).inputValue())).toBe(head)
  })

  test('[DVT-3] steps, jumps and plays by the keys of video players', async ({ page }) => {
    const panel = await openPanel(page)
    const place = async () => Number(await playhead(panel).getAttribute('aria-valuenow'))
    const head = await place()
    const root = panel.locator('body')
    for (const [key, at] of [
      ['ArrowLeft', head - 1],
      ['j', head - 11],
      ['.', head - 10],
      ['Home', -1],
      ['l', 9],
      ['End', head],
    ] as const) {
      await root.press(key)
      await expect.poll(place).toBe(at)
    }
    await root.press('Home')
    for (let times = 0; times < 6; times++) await root.press('>')
    await panel.getByRole('button', { name: 'Speed: 64×' }).waitFor()
    await root.press('k')
    await expect.poll(place).toBeGreaterThan(3)
    await root.press('k')
    await panel.getByRole('button', { name: 'Play', exact: true }).waitFor()

    await root.press('?')
    await panel.getByRole('dialog', { name: 'Keyboard' }).getByText('Ten records back').waitFor()
  })

  test('[DVT-4] docks right, is resized by keys and pointer, and is there again after a reload', async ({ page }) => {
    const panel = await openPanel(page)
    await choosePlace(panel, 'Right')
    const edge = page.getByRole('separator', { name: 'Size of the devtools' })
    await expect.poll(async () => edge.getAttribute('aria-orientation')).toBe('vertical')
    const width = async () => (await boxOf(dock(page))).width
    const before = await width()
    await edge.press('ArrowLeft')
    await expect.poll(width).toBeGreaterThan(before)
    const at = await boxOf(edge)
    await page.mouse.move(at.x + at.width / 2, 300)
    await page.mouse.down()
    await page.mouse.move(at.x - 60, 300, { steps: 5 })
    await page.mouse.up()
    const left = await width()
    expect(left).toBeGreaterThan(before + 60)
    // The page has what is left of the window.
    const shell = await boxOf(page.getByRole('region', { name: 'Time' }))
    expect(shell.x + shell.width).toBeLessThanOrEqual((await boxOf(dock(page))).x + 1)

    await page.reload()
    await playhead(panel).waitFor()
    expect(await width()).toBe(left)
  })

  test('[DVT-5] [MNT-9] opens in a window of its own, moves the dashboard from there, and docks back', async ({
    page,
  }) => {
    const panel = await openPanel(page)
    await showRecorded(page)
    const opening = page.waitForEvent('popup')
    await choosePlace(panel, 'Own window')
    const own = await opening
    await own.getByRole('slider', { name: 'Playhead' }).first().waitFor()
    expect(await dock(page).count()).toBe(0)
    await own.locator('body').press('Home')
    await expect.poll(async () => Number(await slider(page).inputValue())).toBeLessThanOrEqual(0)

    await own.getByRole('button', { name: 'Settings' }).click()
    await own.getByRole('menuitemradio', { name: 'Bottom' }).click()
    await playhead(panel).waitFor()
    await expect.poll(() => own.isClosed()).toBe(true)

    const again = page.waitForEvent('popup')
    await choosePlace(panel, 'Own window')
    const leaving = await again
    await leaving.getByRole('slider', { name: 'Playhead' }).first().waitFor()
    await page.goto('about:blank')
    await expect.poll(() => leaving.isClosed()).toBe(true)
  })

  test('[DVT-6] [MNT-9] a window of its own that is closed leaves the button', async ({ page }) => {
    const panel = await openPanel(page)
    const opening = page.waitForEvent('popup')
    await choosePlace(panel, 'Own window')
    const own = await opening
    await own.getByRole('slider', { name: 'Playhead' }).first().waitFor()
    await own.close()
    await openButton(page).waitFor()
  })

  test('[DVT-7] dispatches an action that somebody has written, and the dashboard shows it', async ({ page }) => {
    const panel = await openPanel(page)
    const head = async () => Number(await playhead(panel).getAttribute('aria-valuemax'))
    const before = await head()
    await panel.getByRole('button', { name: 'Dispatch an action' }).click()
    await panel.getByRole('combobox', { name: 'Type' }).fill('accountOpened')
    await panel.getByRole('option', { name: /bank\/accountOpened/ }).click()
    const payload = panel.getByRole('textbox', { name: 'Payload' })
    await expect.poll(() => payload.inputValue()).toContain('"name"')
    const template: Record<string, unknown> = JSON.parse(await payload.inputValue())
    await payload.fill(JSON.stringify({ ...template, id: 'by-hand', name: 'Opened by hand', kind: 'asset' }))
    await panel.getByRole('button', { name: 'Dispatch', exact: true }).click()
    await expect.poll(head).toBe(before + 1)
    await page.getByRole('region', { name: 'Accounts' }).getByText('Opened by hand').waitFor()

    await payload.fill('{"id": 5')
    expect(await panel.getByRole('button', { name: 'Dispatch', exact: true }).isDisabled()).toBe(true)
  })

  test('[DVT-8] locks the app, which then refuses what is dispatched', async ({ page }) => {
    const panel = await openPanel(page)
    const head = await playhead(panel).getAttribute('aria-valuemax')
    await panel.getByRole('button', { name: 'Lock the app' }).click()
    await panel.getByText('Locked', { exact: true }).waitFor()
    await panel.locator('body').press('d')
    await panel.getByText('The app is locked').waitFor()
    expect(await panel.getByRole('button', { name: 'Dispatch', exact: true }).isDisabled()).toBe(true)
    expect(await playhead(panel).getAttribute('aria-valuemax')).toBe(head)
    await panel.getByRole('button', { name: 'Unlock the app' }).click()
    await panel.getByText('The app is locked').waitFor({ state: 'detached' })
  })

  test('[DVT-9] shows how the store is doing', async ({ page }) => {
    const panel = await openPanel(page)
    await panel.locator('body').press('h')
    const health = panel.getByRole('region', { name: 'Health' })
    await health.getByText('kept in the browser').waitFor()
    await health.getByText('No warnings.').waitFor()
    await panel.locator('body').press('h')
    await panel.getByRole('region', { name: 'Inspector' }).waitFor()
  })

  test('[DVT-10] is followed by the theme, and takes another one', async ({ page }) => {
    const panel = await openPanel(page)
    const theme = () => panel.locator('html').getAttribute('data-theme')
    expect(await theme()).toBe('light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(theme).toBe('dark')
    await panel.getByRole('button', { name: 'Settings' }).click()
    await panel.getByRole('menuitemradio', { name: 'Light' }).click()
    await expect.poll(theme).toBe('light')
    await page.reload()
    await expect.poll(theme).toBe('light')
  })

  test('[DVT-11] collapses to its head and its transport bar', async ({ page }) => {
    const panel = await openPanel(page)
    await panel.getByRole('button', { name: 'Collapse the panel' }).click()
    await expect.poll(async () => (await boxOf(dock(page))).height).toBe(80)
    await panel.getByRole('region', { name: 'Records' }).waitFor({ state: 'detached' })
    await panel.getByRole('button', { name: 'Show all of the panel' }).click()
    await panel.getByRole('region', { name: 'Records' }).waitFor()
  })

  test('[DVT-12] is usable on a window of 360 px, one part at a time', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    const panel = await openPanel(page)
    await panel.getByRole('tab', { name: 'Inspector' }).click()
    await panel.getByRole('region', { name: 'Inspector' }).waitFor()
    await panel.getByRole('tab', { name: 'Timeline' }).click()
    await panel.getByRole('region', { name: 'Timeline' }).waitFor()
    const overflow = await panel.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth)
    expect(overflow).toBe(0)
  })

  test('[DVT-19] has nothing that axe objects to, in light and dark, and neither has its button', async ({ page }) => {
    await page.getByRole('region', { name: 'Accounts' }).waitFor()
    expect(await objections(page.mainFrame(), '[data-playhead-devtools]')).toEqual([])
    const panel = await openPanel(page)
    await panel.getByRole('region', { name: 'Inspector' }).waitFor()
    const frame = page.frames().find((each) => each !== page.mainFrame())
    if (!frame) throw new Error('The panel has no frame.')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expect.poll(() => panel.locator('html').getAttribute('data-theme')).toBe(colorScheme)
      for (const pane of ['What if: branches', 'Sessions', 'Dispatch an action', 'Health']) {
        expect(await objections(frame), `${colorScheme}, before ${pane}`).toEqual([])
        await panel.getByRole('button', { name: pane }).click()
        await panel.getByRole('button', { name: pane, pressed: true }).waitFor()
      }
      expect(await objections(frame), `${colorScheme}, health`).toEqual([])
      await panel.locator('body').press('i')
    }
  })
})

/** What axe finds wrong in a frame, a line each. */
async function objections(frame: Frame, within = 'html'): Promise<readonly string[]> {
  await frame.evaluate(axe.source)
  return frame.evaluate(async (include) => {
    const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(include)
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`))
  }, within)
}

async function choosePlace(panel: FrameLocator, place: string): Promise<void> {
  await panel.getByRole('button', { name: 'Settings' }).click()
  await panel.getByRole('menuitemradio', { name: place }).click()
}

/** The time bar by offsets, so that it can be compared with the panel. */
async function showRecorded(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Recorded' }).click()
  await expect.poll(async () => Number(await slider(page).inputValue())).toBeGreaterThan(1000)
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('It is not drawn.')
  return box
}
