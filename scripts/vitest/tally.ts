import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import { browserMissing, findChromium } from '../chromium.mjs'

/**
 * Prints `tests: N passed, N failed, N skipped` as the last line of a run, over all projects.
 *
 * A file that could not be loaded and an error outside of any test each count as one failure, so
 * that a run that failed never says `0 failed`. With `TALLY_FILE` set, the counts are also written there as JSON.
 */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      count.failed += module.errors().length
      for (const test of module.children.allTests()) count[test.result().state] += 1
      for (const suite of module.children.allSuites()) count.failed += suite.errors().length
    }
    const { passed, failed } = count
    const skipped = count.skipped + count.pending
    if (process.env.TALLY_FILE) writeFileSync(process.env.TALLY_FILE, JSON.stringify({ passed, failed, skipped }))
    if (findChromium() === undefined) console.log(`\n${browserMissing}`)
    console.log(`\ntests: ${passed} passed, ${failed} failed, ${skipped} skipped`)
  }
}
