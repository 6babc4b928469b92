import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright'
import { chromium } from 'playwright'
import { browserMissing, chromiumArgs, findChromium } from '../../../scripts/chromium.mjs'
import { median } from '../harness/median.ts'
import { servePage } from '../harness/servePage.ts'
import type { Suite, Task } from '../harness/Task.ts'
import type { LibraryName } from './libraries.ts'
import type { PageQuestion } from './PageQuestion.ts'

/** What a change costs until React has committed it: production build, Chromium, 10,000 rows mounted. */
export const react: Suite = {
  rounds: 3,
  quickRounds: 1,
  async prepare({ quick }) {
    const executablePath = findChromium()
    if (executablePath === undefined) throw new Error(browserMissing)
    const page = await servePage({
      entry: fileURLToPath(new URL('../measureReact.ts', import.meta.url)),
      name: 'react',
    })
    let launched: Browser | undefined
    // One that has crashed is not there for the next measurement.
    const browser = async () => {
      if (!launched?.isConnected()) launched = await chromium.launch({ executablePath, args: chromiumArgs })
      return launched
    }
    const tasks = questions(quick).map(
      (question): Task => ({
        library: question.library,
        label: `${workOf(question)}: ${question.library}`,
        run: async () => [
          { work: workOf(question), unit: 'ms', value: await ask(await browser(), page.url, question) },
        ],
      }),
    )
    return {
      tasks,
      async close() {
        await launched?.close()
        await page.close()
      },
    }
  },
}

const libraries: readonly LibraryName[] = [
  'playhead',
  'limit: useState',
  'preact signals',
  'mobx',
  'jotai',
  'zustand, rows in an array',
  'zustand, rows in an object',
  'react-redux, rows in an array',
  'react-redux, rows in an object',
  'redux toolkit',
  'xstate store',
  'rxjs scan',
]

/** The quick run leaves out those that take seconds for a thousand updates. */
const slowInBursts: readonly LibraryName[] = [
  'zustand, rows in an object',
  'react-redux, rows in an object',
  'redux toolkit',
  'xstate store',
  'rxjs scan',
]

function questions(quick: boolean): readonly PageQuestion[] {
  const effort = quick ? { warmUps: 5, samples: 10, budgetMs: 300 } : { warmUps: 10, samples: 40, budgetMs: 2_000 }
  return (['nested', 'flat'] as const).flatMap((layout) =>
    (['one', 'burst', 'all'] as const).flatMap((kind) => {
      if (quick && layout === 'flat' && kind !== 'one') return []
      const few = kind === 'one' ? effort : { ...effort, warmUps: effort.warmUps / 5, samples: effort.samples / 5 }
      return libraries
        .filter((library) => !(quick && (kind !== 'one' || layout === 'flat') && slowInBursts.includes(library)))
        .map((library) => ({ library, kind, layout, ...few }))
    }),
  )
}

const workOf = ({ kind, layout }: PageQuestion) =>
  `react 10000 rows: ${kind === 'burst' ? 'burst 1000' : kind}, ${layout === 'flat' ? 'one flat list' : 'nested groups'}`

/** Milliseconds of a change: the median of one page's, in a profile of its own. */
async function ask(browser: Browser, url: string, question: PageQuestion): Promise<number> {
  const profile = await browser.newContext()
  try {
    const page = await profile.newPage()
    await page.goto(url)
    return median(await page.evaluate((asked) => window.measure(asked), question))
  } finally {
    await profile.close()
  }
}
