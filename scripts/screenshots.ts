/**
 * `npm run screenshots`: takes the pictures of the README and the guides, in light and dark, into docs/images.
 *
 * It builds the dashboard, serves it, and drives the Chromium that the tests use. `npm run screenshots -- devtools`
 * takes those whose name has that word in it.
 */
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import type { FrameLocator, Page } from 'playwright'
import { chromium } from 'playwright'
import { buildBank, serveBank } from './bank.ts'
import { browserMissing, chromiumArgs, findChromium } from './chromium.mjs'

interface Picture {
  readonly name: string
  readonly size: { readonly width: number; readonly height: number }
  /** Brings the page to what is to be seen. */
  arrange(page: Page): Promise<void>
}

const images = fileURLToPath(new URL('../docs/images', import.meta.url))
const wide = { width: 1440, height: 900 }

const pictures: readonly Picture[] = [
  {
    name: 'dashboard',
    size: { width: 1280, height: 800 },
    async arrange(page) {
      await page.goto('/?booked=2025-03-14')
      await page.getByRole('region', { name: 'Accounts' }).waitFor()
    },
  },
  {
    name: 'devtools',
    size: { width: 1440, height: 1000 },
    async arrange(page) {
      const panel = await openPanel(page)
      await seek(panel, 0.62)
      await panel.getByRole('button', { name: 'Fold' }).click()
      await panel.getByRole('tab', { name: 'Diff' }).click()
    },
  },
  {
    name: 'devtools-what-if',
    size: { width: 1440, height: 1000 },
    async arrange(page) {
      const panel = await openPanel(page)
      await panel.getByRole('button', { name: 'Skip', exact: true }).click()
      await panel.getByRole('button', { name: 'Make the branch' }).click()
      await panel.getByRole('button', { name: /^Store: Without/ }).waitFor()
      await panel.getByRole('button', { name: 'What if: branches' }).click()
      await panel.getByRole('button', { name: /values differ at the end/ }).click()
    },
  },
  {
    name: 'devtools-right',
    size: wide,
    async arrange(page) {
      const panel = await openPanel(page)
      await panel.getByRole('button', { name: 'Settings' }).click()
      await panel.getByRole('menuitemradio', { name: 'Right' }).click()
      await panel.getByRole('button', { name: 'Fold' }).click()
      await seek(panel, 0.8)
    },
  },
]

const executablePath = findChromium()
if (executablePath === undefined) throw new Error(browserMissing)
const wanted = argv[2] ?? ''
const outDir = join(tmpdir(), `playhead-screenshots-${process.pid}`)
await buildBank(outDir)
const { server, origin } = await serveBank({ outDir, port: 0 })
const browser = await chromium.launch({ executablePath, args: chromiumArgs })
try {
  for (const { name, size, arrange } of pictures.filter((each) => each.name.includes(wanted))) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        baseURL: origin,
        viewport: size,
        colorScheme,
        deviceScaleFactor: 1.5,
        locale: 'en-IE',
        timezoneId: 'Europe/Berlin',
        reducedMotion: 'reduce',
      })
      const page = await context.newPage()
      await page.goto('/')
      await page.getByRole('region', { name: 'Accounts' }).waitFor()
      await arrange(page)
      await settled(page)
      const path = join(images, `${name}-${colorScheme}.png`)
      await page.screenshot({ path })
      console.log(path)
      await context.close()
    }
  }
} finally {
  await browser.close()
  await server.close()
  rmSync(outDir, { recursive: true, force: true })
}

async function openPanel(page: Page): Promise<FrameLocator> {
  await page.getByRole('button', { name: 'Open Playhead devtools' }).click()
  const panel = page.frameLocator('iframe[title="Playhead devtools"]')
  await playheadOf(panel).waitFor()
  return panel
}

function playheadOf(panel: FrameLocator) {
  return panel.getByRole('group', { name: 'Transport' }).getByRole('slider', { name: 'Playhead' })
}

async function seek(panel: FrameLocator, share: number): Promise<void> {
  const box = await playheadOf(panel).boundingBox()
  if (!box) throw new Error('The panel has no scrubber.')
  await playheadOf(panel).click({ position: { x: box.width * share, y: box.height / 2 } })
}

/** Fonts are there, and two frames were drawn without anything having moved for a while. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.mouse.move(0, 0)
  await page.waitForTimeout(800)
}
