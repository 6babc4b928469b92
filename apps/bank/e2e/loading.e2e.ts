import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { describe } from 'vitest'
import { expect, test } from './support.ts'

/** What the page may load before it shows anything, compressed. */
const INITIAL_BYTES_MAX = 200_000

const root = fileURLToPath(new URL('../../..', import.meta.url))

describe('loading', () => {
  test('[E2E-23] the scripts that the page begins with are small; parsers, charts and dialogs come when needed', async () => {
    // Built apart: within a test, React is the development one.
    const outDir = `${root}node_modules/.cache/playhead/bank-size`
    await promisify(execFile)(
      process.execPath,
      [
        'node_modules/vite/bin/vite.js',
        'build',
        'apps/bank',
        '--config',
        'vite.config.ts',
        '--outDir',
        outDir,
        '--emptyOutDir',
      ],
      { cwd: root, env: { ...process.env, NODE_ENV: 'production', VITEST: '' } },
    )
    const html = await readFile(`${outDir}/index.html`, 'utf8')
    const paths = [...html.matchAll(/(?:src|href)="([^"]+[.]js)"/g)].map(([, path]) => path as string)
    expect(paths.length).toBeGreaterThan(0)
    let bytes = 0
    for (const path of new Set(paths)) {
      const script = await readFile(`${outDir}${path}`)
      bytes += gzipSync(script).length
      expect(script.toString()).not.toMatch(/XMLParser|papaparse/i)
    }
    expect(bytes).toBeLessThanOrEqual(INITIAL_BYTES_MAX)
  })

  test('[E2E-23] nothing moves while the overview loads', async ({ page }) => {
    await page.addInitScript(() => {
      const shifts = { value: 0 }
      Object.assign(window, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
          if (!hadRecentInput) shifts.value += value
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.reload()
    await page.getByRole('list', { name: 'Cash flow by month' }).waitFor()
    await page.getByRole('slider', { name: 'Booked up to' }).waitFor()
    await page.getByText('Recent transactions').waitFor()
    const shifted = await page.evaluate(() => (window as unknown as { shifts: { value: number } }).shifts.value)
    // Good by Web Vitals is below 0.1.
    expect(shifted).toBeLessThan(0.1)
  })
})
