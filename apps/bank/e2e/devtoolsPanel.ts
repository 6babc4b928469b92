import type { FrameLocator, Locator, Page } from 'playwright'

/** The button at the edge of the window that opens the devtools. */
export const openButton = (page: Page): Locator => page.getByRole('button', { name: 'Open Playhead devtools' })

/** What a docked panel takes of the page. */
export const dock = (page: Page): Locator => page.locator('[data-playhead-devtools] .dock')

/** The scrubber of the transport bar. */
export const playhead = (panel: FrameLocator): Locator =>
  panel.getByRole('group', { name: 'Transport' }).getByRole('slider', { name: 'Playhead' })

/** Opens the docked panel by its button. */
export async function openPanel(page: Page): Promise<FrameLocator> {
  await openButton(page).click()
  const panel = page.frameLocator('iframe[title="Playhead devtools"]')
  await playhead(panel).waitFor()
  return panel
}

/** Where the playhead stands. */
export const placeOf = async (panel: FrameLocator): Promise<number> =>
  Number(await playhead(panel).getAttribute('aria-valuenow'))

/** The newest record's offset. */
export const headOf = async (panel: FrameLocator): Promise<number> =>
  Number(await playhead(panel).getAttribute('aria-valuemax'))
