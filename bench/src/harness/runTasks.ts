import { median } from './median.ts'
import type { Row } from './Row.ts'
import type { Measured, Task } from './Task.ts'

export interface RunTasksOptions {
  readonly suite: string
  readonly rounds: number
  /** Told before each measurement, and when one has failed. */
  readonly say: (line: string) => void
}

export interface RunTasksResult {
  readonly rows: readonly Row[]
  readonly failures: readonly string[]
}

/**
 * Runs every task once in each round, and gives the medians over the rounds.
 *
 * Each round begins with another task, so that what the machine does beside us falls on all
 * libraries alike. A task that fails is not tried again; what it measured before stands.
 */
export async function runTasks(
  tasks: readonly Task[],
  { suite, rounds, say }: RunTasksOptions,
): Promise<RunTasksResult> {
  const measured = new Map<Task, Measured[][]>(tasks.map((task) => [task, []]))
  const failed = new Set<Task>()
  const failures: string[] = []
  for (let round = 0; round < rounds; round++) {
    for (const task of rotated(tasks, round)) {
      if (failed.has(task)) continue
      say(`round ${round + 1} of ${rounds}: ${task.label}`)
      try {
        measured.get(task)?.push([...(await task.run())])
      } catch (thrown) {
        failed.add(task)
        failures.push(`${task.label}: ${firstLines(thrown instanceof Error ? thrown.message : String(thrown))}`)
      }
    }
  }
  const rows = [...measured].flatMap(([task, perRound]) => rowsOf(suite, task.library, perRound))
  return { rows, failures }
}

function rowsOf(suite: string, library: string, perRound: readonly (readonly Measured[])[]): Row[] {
  const byWork = Map.groupBy(perRound.flat(), ({ work }) => work)
  return [...byWork].map(([work, values]) => {
    const runs = values.map(({ value }) => value)
    return { suite, work, library, median: median(runs), unit: (values[0] as Measured).unit, runs }
  })
}

/** Playwright adds all that its browser has printed. */
const firstLines = (text: string) => text.split('\n').slice(0, 9).join('\n')

/** The same items, beginning so many places later. */
function rotated<T>(items: readonly T[], by: number): readonly T[] {
  // A step that is no divisor of usual lengths, so that neighbours are not always the same hour of the run.
  const from = items.length === 0 ? 0 : (by * 7) % items.length
  return [...items.slice(from), ...items.slice(0, from)]
}
