import { readFile } from 'node:fs/promises'
import type { Locator } from 'playwright'
import { describe } from 'vitest'
import { headOf, openPanel, placeOf } from './devtoolsPanel.ts'
import { expect, test } from './support.ts'

describe('the parts of the devtools panel', () => {
  test('[DVT-13] the timeline is zoomed by its keys, says in a table what is in sight, and travels there', async ({
    page,
  }) => {
    // High enough for the timeline's tools.
    await page.setViewportSize({ width: 1280, height: 1000 })
    const panel = await openPanel(page)
    const timeline = panel.getByRole('region', { name: 'Timeline' })
    await timeline.getByRole('button', { name: 'Show as a table' }).click()
    const table = timeline.getByRole('region', { name: 'What is in sight, as a table' })
    await table.waitFor()
    const head = await headOf(panel)
    // Until single records are in sight.
    const travel = table.getByRole('button', { name: /^Travel to record / })
    for (let times = 0; times < 20 && (await travel.count()) === 0; times++) {
      await timeline.getByRole('button', { name: 'Zoom in' }).click()
    }
    await travel.first().click()
    await expect.poll(() => placeOf(panel)).toBeLessThan(head)
  })

  test('[DVT-14] records are found by type, and pressed to be looked at', async ({ page }) => {
    const panel = await openPanel(page)
    const records = panel.getByRole('region', { name: 'Records' })
    await records.getByRole('button', { name: 'Fold' }).click()
    await filterOf(records).fill('type:accountOpened')
    await filterOf(records).press('Enter')
    await filterOf(records).press('Tab')
    await expect.poll(() => records.getByRole('row', { name: /entryPosted/ }).count()).toBe(0)
    await records
      .getByRole('row', { name: /accountOpened/ })
      .nth(1)
      .click()
    const inspector = panel.getByRole('region', { name: 'Inspector' })
    await inspector
      .getByText(/accountOpened/)
      .first()
      .waitFor()
    await inspector.getByText('name:').first().waitFor()
  })

  test('[DVT-15] the inspector shows what a record changed, the state after it, and why it happened', async ({
    page,
  }) => {
    const panel = await openPanel(page)
    const inspector = panel.getByRole('region', { name: 'Inspector' })
    await inspector.getByRole('tab', { name: 'Diff' }).click()
    await inspector.getByText(/entries › household-/).waitFor()
    await inspector.getByRole('tab', { name: 'State' }).click()
    await inspector
      .getByText(/Table\([\d,]+\)/)
      .first()
      .waitFor()
    await inspector.getByRole('tab', { name: 'Cause' }).click()
    await inspector.getByText(/Came from outside/).waitFor()
    await inspector.getByRole('tab', { name: 'Timing' }).click()
    await inspector.getByText('Reducers by slice').waitFor()
  })

  test('[DVT-16] a value says which records changed it, newest first', async ({ page }) => {
    const panel = await openPanel(page)
    const inspector = panel.getByRole('region', { name: 'Inspector' })
    await inspector.getByRole('tab', { name: 'State' }).click()
    await inspector.getByRole('searchbox', { name: 'Search keys and values' }).fill('household-4974')
    const value = inspector.getByRole('treeitem', { name: /balances/ }).first()
    await value.click()
    await page.keyboard.press('b')
    const blame = panel.getByRole('list', { name: /^Changes of / })
    await blame.getByRole('listitem').first().waitFor()
    await blame
      .getByText(/entryPosted/)
      .first()
      .waitFor()
  })

  test('[DVT-17] a branch without a record is shown in the app, and the original is one press away', async ({
    page,
  }) => {
    const worth = page.getByRole('region', { name: 'Accounts' })
    await worth.waitFor()
    const before = await worth.innerText()
    const panel = await openPanel(page)
    const records = await headOf(panel)
    await panel.getByRole('button', { name: 'Skip', exact: true }).click()
    const draft = panel.getByRole('dialog')
    await draft.getByText(/had not happened/).waitFor()
    await draft.getByRole('button', { name: 'Make the branch' }).click()
    await panel.getByRole('button', { name: /^Store: Without/ }).waitFor()
    await expect.poll(() => headOf(panel)).toBe(records - 1)
    await expect.poll(() => worth.innerText()).not.toBe(before)

    await panel.getByRole('button', { name: 'What if: branches' }).click()
    const branches = panel.getByRole('region', { name: 'What if' })
    await branches.getByText(/values differ at the end/).waitFor()
    await branches.getByRole('button', { name: 'Back to bank in the app' }).click()
    await expect.poll(() => worth.innerText()).toBe(before)
  })

  test('[DVT-18] a part of the log is saved, opened again beside the app, and copied as a test', async ({ page }) => {
    const panel = await openPanel(page)
    await panel.getByRole('button', { name: 'Sessions' }).click()
    const sessions = panel.getByRole('region', { name: 'Sessions' })
    const saving = page.waitForEvent('download')
    await sessions.getByRole('button', { name: 'Save session' }).click()
    const saved = await saving
    const path = await saved.path()
    expect(saved.suggestedFilename()).toMatch(/[.]playhead$/)
    const [header = ''] = (await readFile(path, 'utf8')).split('\n')
    expect(JSON.parse(header)).toBeTypeOf('object')

    await sessions.locator('input[type=file]').setInputFiles(path)
    await sessions.getByRole('button', { name: 'Look at it' }).waitFor({ timeout: 60_000 })

    await sessions.getByRole('button', { name: 'Make the test' }).click()
    await sessions.getByText("from 'vitest'").waitFor()
  })

  test('[DVT-18] a file that is no session is refused with the reason', async ({ page }) => {
    const panel = await openPanel(page)
    await panel.getByRole('button', { name: 'Sessions' }).click()
    const sessions = panel.getByRole('region', { name: 'Sessions' })
    await sessions
      .locator('input[type=file]')
      .setInputFiles({ name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a log') })
    await sessions.getByText('This is not a session of Playhead').waitFor()
    expect(await sessions.getByRole('button', { name: 'Look at it' }).count()).toBe(0)
  })
})

const filterOf = (records: Locator): Locator => records.getByRole('combobox').or(records.getByRole('textbox')).first()
