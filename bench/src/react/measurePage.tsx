import { createRoot } from 'react-dom/client'
import type { Account } from '../dispatch/Contestant.ts'
import { libraries } from './libraries.ts'
import { Page, ROWS } from './Page.tsx'
import type { PageQuestion } from './PageQuestion.ts'
import { watchCommits } from './watchCommits.ts'

const BURST = 1_000

/**
 * Mounts the rows, changes some of them again and again, and times each change from the click
 * that makes it to the end of React's commit.
 *
 * @throws Error where a change is not exactly one commit, or renders other rows than those that changed
 */
export async function measurePage({ library, kind, layout, warmUps, samples, budgetMs }: PageQuestion) {
  const rows = Array.from(
    { length: ROWS },
    (_, at): Account => ({ id: `account-${at}`, owner: `owner ${at}`, minor: 0 }),
  )
  const rendered: number[] = []
  const contestant = (await libraries[library]())({ rows, rendered: (at) => rendered.push(at) })
  const commits = watchCommits()
  createRoot(document.querySelector('main') as HTMLElement).render(<Page contestant={contestant} layout={layout} />)
  await commits.next()
  await settled()

  const button = document.querySelector('button') as HTMLButtonElement
  const timings: number[] = []
  let spent = 0
  for (let sample = 0; sample < warmUps + samples; sample++) {
    const changed = rowsToChange(kind, sample)
    const minor = sample + 1
    // Inside a click, as where a user acts: React then renders `useState` as urgently as external stores.
    const act = () => {
      if (kind === 'all') contestant.addToAll(1)
      else for (const at of changed) contestant.set(at, minor)
    }
    button.addEventListener('click', act, { once: true })
    rendered.length = 0
    const before = commits.count
    const start = performance.now()
    button.click()
    await commits.next()
    const ms = commits.lastAt - start
    await settled()
    expectSame('commits', commits.count - before, 1)
    expectSame('rows rendered', rendered.length, changed.length)
    expectSame('different rows rendered', new Set([...rendered, ...changed]).size, changed.length)
    const [at] = changed as [number]
    expectSame(`balance shown in row ${at}`, Number(document.querySelectorAll('li b')[at]?.textContent), minor)
    if (sample >= warmUps) timings.push(ms)
    spent += ms
    if (timings.length > 0 && spent > budgetMs) break
  }
  return timings

  function expectSame(what: string, is: number, expected: number) {
    if (is !== expected) throw new Error(`${library}, ${kind}, ${layout}: ${what} should be ${expected} and is ${is}`)
  }
}

/** Other rows in each sample, far from each other. In a sample they differ, as 7,919 and 10,000 share no divisor. */
function rowsToChange(kind: PageQuestion['kind'], sample: number): readonly number[] {
  const count = { one: 1, burst: BURST, all: ROWS }[kind]
  return Array.from({ length: count }, (_, i) => ((sample * count + i) * 7_919) % ROWS)
}

/** After a frame has been drawn, and what it has caused. */
async function settled() {
  await new Promise(requestAnimationFrame)
  await new Promise((resolve) => setTimeout(resolve))
}
