import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'
import { chromium } from 'playwright'
import { browserMissing, chromiumArgs, findChromium } from '../../../scripts/chromium.mjs'
import { panelSource } from '../../../scripts/panel.ts'
import { median, quantile } from '../harness/median.ts'
import { servePage } from '../harness/servePage.ts'
import type { Measured, Suite, Task } from '../harness/Task.ts'
import type { DevtoolsQuestion } from './DevtoolsQuestion.ts'

/** A panel over a page that follows it: production builds, Chromium, a real pointer. */
export const devtools: Suite = {
  rounds: 3,
  quickRounds: 1,
  async prepare({ quick }) {
    const executablePath = findChromium()
    if (executablePath === undefined) throw new Error(browserMissing)
    const page = await servePage({
      entry: fileURLToPath(new URL('../measureDevtools.ts', import.meta.url)),
      name: 'devtools',
      plugins: [panelSource()],
    })
    const tasks = questions(quick).map(
      (question): Task => ({
        library: question.library,
        label: `${question.size} in the log: ${question.library}`,
        run: async () => {
          const browser = await chromium.launch({ executablePath, args: chromiumArgs })
          try {
            const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } })
            await tab.goto(page.url)
            return await measure(tab, question)
          } finally {
            await browser.close()
          }
        },
      }),
    )
    return { tasks, close: () => page.close() }
  },
}

function questions(quick: boolean): readonly DevtoolsQuestion[] {
  const sizes = quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000]
  return sizes.flatMap((size): readonly DevtoolsQuestion[] => [
    { library: 'playhead', size },
    // It copies its list of actions for each: a million take hours to come in.
    ...(size <= 100_000 ? [{ library: 'redux devtools' as const, size }] : []),
  ])
}

async function measure(tab: Page, question: DevtoolsQuestion): Promise<readonly Measured[]> {
  const { size } = question
  tab.setDefaultTimeout(600_000)
  await tab.evaluate((asked) => window.devtoolsBench.prepare(asked), question)
  const closed = await tab.evaluate(() => window.devtoolsBench.dispatch())
  const openMs = await tab.evaluate(() => window.devtoolsBench.open())
  // The panel reads what it shows of the log, a little after it is drawn.
  await tab.waitForTimeout(SETTLED_MS)
  const dragged = await drag(tab)
  const opened = await tab.evaluate(() => window.devtoolsBench.dispatch())
  return [
    { work: `open the panel, ${size} in the log`, unit: 'ms', value: openMs },
    { work: `drag the playhead, ${size} in the log: time of a frame`, unit: 'ms', value: dragged.frame },
    { work: `drag the playhead, ${size} in the log: p95`, unit: 'ms', value: dragged.frame95 },
    {
      work: `drag the playhead, ${size} in the log: time between moments that the page shows`,
      unit: 'ms',
      value: dragged.moment,
    },
    { work: `dispatch, ${size} in the log, panel closed`, unit: 'us', value: closed },
    { work: `dispatch, ${size} in the log, panel open`, unit: 'us', value: opened },
  ]
}

const SETTLED_MS = 1_500
const DRAG_MOVES = 150

/** From the newest record to the first and back, as fast as a hand is. */
async function drag(tab: Page): Promise<{ readonly frame: number; readonly frame95: number; readonly moment: number }> {
  const { left, right, y } = await tab.evaluate(() => window.devtoolsBench.scrubber())
  const width = right - left - 12
  await tab.mouse.move(right - 6, y)
  await tab.mouse.down()
  await tab.evaluate(() => window.devtoolsBench.watchFrames())
  for (let move = 0; move <= DRAG_MOVES; move++) {
    const share = Math.abs(1 - (2 * move) / DRAG_MOVES)
    await tab.mouse.move(left + 6 + width * share, y)
  }
  const { intervals, moments, lastedMs } = await tab.evaluate(() => window.devtoolsBench.frames())
  await tab.mouse.up()
  if (moments < 2) throw new Error(`the page showed ${moments} other moments while the playhead was dragged`)
  return { frame: median(intervals), frame95: quantile(intervals, 0.95), moment: lastedMs / moments }
}
