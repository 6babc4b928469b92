import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserMissing, chromiumArgs, findChromium } from '../../../scripts/chromium.mjs'
import { buildAddon, copyProject, project, removeProject, serveDev, serveStatic } from './storybookServer.ts'

let browser: Browser

beforeAll(async () => {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error(browserMissing)
  await buildAddon()
  browser = await chromium.launch({ executablePath, args: chromiumArgs })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await removeProject()
})

describe.each([
  ['storybook dev', serveDev],
  ['the static build', serveStatic],
])('the panel in %s', (name, serve) => {
  const isDev = name === 'storybook dev'
  let page: Page
  let close: () => Promise<void>
  let origin: string

  beforeAll(async () => {
    await copyProject()
    const server = await serve()
    close = server.close
    origin = server.origin
    await warmUp(origin)
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
    await page.goto(`${origin}/?path=/story/counter--three`)
    await page.getByRole('tab', { name: 'Timeline' }).click()
    await devtools().waitFor()
  }, 120_000)

  afterAll(async () => {
    await page?.close()
    await close?.()
  })

  const story = () => page.frameLocator('#storybook-preview-iframe')
  const panel = () => page.frameLocator('iframe[title="Playhead devtools"]')
  const devtools = () => panel().getByRole('group', { name: 'Transport' }).getByRole('slider', { name: 'Playhead' })
  const counted = () => story().locator('output').textContent()
  const side = () => page.getByRole('region', { name: 'Addon panel' })
  const goTo = (id: string) => page.locator(`[data-item-id="counter--${id}"] a`).first().click()
  const place = async () => [
    await devtools().getAttribute('aria-valuenow'),
    await devtools().getAttribute('aria-valuemax'),
  ]

  it('[SBA-40] [SBA-42] shows the devtools on the store of the story, through switches of stories', async () => {
    await expect.poll(counted).toBe('7')
    await expect.poll(place).toEqual(['2', '2'])
    await page.locator('iframe[title="Playhead devtools"]').evaluate((frame) => frame.setAttribute('data-same', ''))
    await story().getByRole('button', { name: 'Count' }).click()
    await expect.poll(counted).toBe('8')
    await expect.poll(place).toEqual(['3', '3'])
    await goTo('empty')
    await expect.poll(counted).toBe('0')
    await goTo('three')
    await expect.poll(counted).toBe('7')
    await expect.poll(place).toEqual(['2', '2'])
    expect(await page.locator('iframe[title="Playhead devtools"][data-same]').count()).toBe(1)
  })

  it('[SBA-4] shows a parked story at its place', async () => {
    await goTo('parked')
    await expect.poll(counted).toBe('1')
    await expect.poll(place).toEqual(['0', '2'])
  })

  it('[SBA-20] [SBA-22] shows the records of steps, and goes to them', async () => {
    await goTo('played')
    const step = side().getByRole('button', { name: /^Count twice.*#0–1$/ })
    await side()
      .getByRole('button', { name: /^Once more.*#2$/ })
      .waitFor()
    await step.click()
    await expect.poll(counted).toBe('2')
    await expect.poll(place).toEqual(['1', '2'])
  })

  it('[SBA-11] [SBA-12] [SBA-16] says what is wrong with a story, and nothing of it with the next', async () => {
    await goTo('wrong')
    await side().getByText('(action/unknown-type)').waitFor()
    await side().getByText('(storybook/no-such-place)').waitFor()
    await goTo('empty')
    await expect.poll(counted).toBe('0')
    await expect.poll(() => side().getByRole('alert').count()).toBe(0)
  })

  it('[SBA-15] says where a story was when it threw', async () => {
    await goTo('throwing')
    await side().getByText('(storybook/story-threw)').waitFor()
    await goTo('three')
    await expect.poll(counted).toBe('7')
  })

  it('[SBA-41] says how a story gets a store', async () => {
    await page.goto(`${origin}/?path=/story/plain--nothing`)
    await side().getByRole('heading', { name: 'This story has no store of its own' }).waitFor()
    await page.goto(`${origin}/?path=/story/counter--three`)
    await expect.poll(place).toEqual(['2', '2'])
  })

  if (isDev) {
    it('[SBA-32] writes a story into its file, and opens it', async () => {
      const file = join(project, 'Counter.stories.tsx')
      const before = await readFile(file, 'utf8')
      await goTo('three')
      await expect.poll(counted).toBe('7')
      await story().getByRole('button', { name: 'Count' }).click()
      await expect.poll(counted).toBe('8')
      await side().getByLabel('Name of the new export').fill('CountedOn')
      await side().getByRole('button', { name: 'Show code' }).click()
      await side().getByRole('button', { name: 'Save into the file' }).click()
      await side().getByRole('button', { name: 'Open the story' }).click()
      await expect.poll(() => page.url()).toContain('counter--counted-on')
      await expect.poll(counted).toBe('8')
      await expect.poll(place).toEqual(['3', '3'])
      expect((await readFile(file, 'utf8')).startsWith(`${before}\nexport const CountedOn = {`)).toBe(true)
    })

    it('[SBA-7] keeps records and place when a reducer is edited', async () => {
      const file = join(project, 'counter.ts')
      await goTo('three')
      await expect.poll(counted).toBe('7')
      await story().getByRole('button', { name: 'Count' }).click()
      await expect.poll(counted).toBe('8')
      await devtools().press('ArrowLeft')
      await expect.poll(counted).toBe('7')
      await writeFile(file, (await readFile(file, 'utf8')).replace('+= payload.by', '+= payload.by * 10'))
      await expect.poll(counted).toBe('70')
      await expect.poll(place).toEqual(['2', '3'])
    })
  } else {
    it('[SBA-42] has the code to copy where nothing can be written', async () => {
      await side().getByLabel('Name of the new export').fill('CountedOn')
      await side().getByRole('button', { name: 'Show code' }).click()
      await side().getByRole('button', { name: 'Copy' }).waitFor()
      expect(await side().getByRole('button', { name: 'Save into the file' }).count()).toBe(0)
    })
  }
})

/** Vite bundles what the first page of a new project imports while that is loaded, and may load it a second time. */
async function warmUp(origin: string): Promise<void> {
  const page = await browser.newPage()
  await page.goto(`${origin}/iframe.html?id=counter--three`)
  await page.locator('output').waitFor()
  await page.close()
}
