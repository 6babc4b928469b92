import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import { browserMissing, findChromium } from '../chromium.mjs'

/**
 * Prints `tests: N passed, N failed, N skipped` as the last line of a run, over all projects.
 *
 * A file that could not be loaded and an error outside of any test each count as one failure, so
 * that a run that failed never says `0 failed`. With `TALLY_FILE` set, the counts are also written
 * there as JSON, with a line or two on each of the first failures: `project > file > test`, and what was thrown.
 */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    const failures: string[] = []
    const fail = (errors: readonly Thrown[], ...where: string[]) => {
      count.failed += errors.length
      for (const error of errors) failures.push(`${where.join(' > ')}\n    ${firstLine(error)}`)
    }
    for (const module of modules) {
      const file = [module.project.name, module.relativeModuleId]
      fail(module.errors(), ...file)
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result()
        if (state === 'failed') fail([errors[0] ?? { message: 'failed' }], ...file, test.fullName)
        else count[state] += 1
      }
      for (const suite of module.children.allSuites()) fail(suite.errors(), ...file, suite.fullName)
    }
    for (const error of unhandledErrors) {
      const during = error.VITEST_TEST_PATH
      fail([error], 'outside of any test', ...(typeof during === 'string' ? [`during ${relative('.', during)}`] : []))
    }
    const { passed, failed } = count
    const skipped = count.skipped + count.pending
    if (process.env.TALLY_FILE) {
      const shown = failures.slice(0, SHOWN_MAX)
      if (failures.length > SHOWN_MAX) shown.push(`and ${failures.length - SHOWN_MAX} more`)
      writeFileSync(process.env.TALLY_FILE, JSON.stringify({ passed, failed, skipped, failures: shown }))
    }
    if (findChromium() === undefined) console.log(`\n${browserMissing}`)
    console.log(`\ntests: ${passed} passed, ${failed} failed, ${skipped} skipped`)
  }
}

type Thrown = Pick<SerializedError, 'message' | 'name'>

const SHOWN_MAX = 20

function firstLine({ name, message }: Thrown): string {
  const [line = ''] = stripVTControlCharacters(message).split('\n')
  return `${name ? `${name}: ` : ''}${line}`.slice(0, 300)
}
