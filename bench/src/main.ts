/** `npm run bench -- <suite> [--quick] [--json FILE]`; bench/README.md says what each suite does. */

import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import type { Arguments } from './harness/parseArguments.ts'
import { parseArguments } from './harness/parseArguments.ts'
import type { Row } from './harness/Row.ts'
import { reportOf } from './harness/reportOf.ts'
import { runTasks } from './harness/runTasks.ts'
import type { Suite } from './harness/Task.ts'

/** Loaded when asked for: one needs a browser, another a bundler. */
const suites: Readonly<Record<string, () => Promise<Suite>>> = {
  adopt: async () => (await import('./adopt/suite.ts')).adopt,
  devtools: async () => (await import('./devtools/suite.ts')).devtools,
  dispatch: async () => (await import('./dispatch/suite.ts')).dispatch,
  effects: async () => (await import('./effects/suite.ts')).effects,
  react: async () => (await import('./react/suite.ts')).react,
  timetravel: async () => (await import('./timetravel/suite.ts')).timetravel,
  memory: async () => (await import('./timetravel/suite.ts')).memory,
  size: async () => (await import('./size/suite.ts')).size,
}

try {
  await bench(parseArguments(process.argv.slice(2), Object.keys(suites)))
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown)
  process.exitCode = 1
}

async function bench(asked: Arguments): Promise<void> {
  console.log(`${machine()}\n`)
  const rows: Row[] = []
  for (const name of asked.suites) {
    const started = performance.now()
    const measured = await measure(name, asked)
    rows.push(...measured)
    console.log(`\n## ${name}\n\n${reportOf(measured)}\n`)
    console.log(`${name} took ${Math.round((performance.now() - started) / 1000)} s; ${load()}.\n`)
  }
  if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify(rows, undefined, 1)}\n`)
}

async function measure(name: string, { quick, rounds, only }: Arguments): Promise<readonly Row[]> {
  const suite = await (suites[name] as () => Promise<Suite>)()
  const { tasks, close } = await suite.prepare({ quick })
  try {
    const { rows, failures } = await runTasks(
      tasks.filter(({ label }) => only === undefined || label.includes(only)),
      { suite: name, rounds: rounds ?? (quick ? suite.quickRounds : suite.rounds), say },
    )
    say('')
    for (const failure of failures) console.error(`Not measured: ${failure}`)
    if (failures.length > 0) process.exitCode = 1
    return rows
  } finally {
    await close?.()
  }
}

function machine(): string {
  return `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.versions.node}, ${load()}`
}

function load(): string {
  return `load ${loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')}`
}

/** One line that is written over, where somebody watches. */
function say(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`)
}
