import type { LogRecord } from '../log/LogRecord.ts'
import { ExpectationFailed } from './ExpectationFailed.ts'
import type { ExpectedRecord } from './ExpectedRecord.ts'
import { recordDifferences, shownRecord } from './ExpectedRecord.ts'

/**
 * Compares records with what was expected, one by one.
 *
 * @throws ExpectationFailed with a list of both, and where they differ
 */
export function expectRecords(actual: readonly LogRecord[], expected: readonly ExpectedRecord[]): void {
  const lines: string[] = []
  let failed = false
  for (let at = 0; at < Math.max(actual.length, expected.length); at++) {
    const [got, wanted] = [actual[at], expected[at]]
    const found = got && wanted ? recordDifferences(got, wanted) : undefined
    if (found?.length === 0) {
      lines.push(`  ✓ ${at + 1}. ${shownRecord(got as LogRecord)}`)
      continue
    }
    failed = true
    lines.push(`  ✗ ${at + 1}. expected ${wanted ? shownRecord(wanted) : 'no more records'}`)
    lines.push(`       got      ${got ? shownRecord(got) : 'no more records'}`)
    for (const difference of found ?? []) lines.push(`       ${difference}`)
  }
  if (!failed) return
  throw new ExpectationFailed(
    `Expected ${counted(expected.length)}, and got ${actual.length === expected.length ? 'others' : counted(actual.length)}:\n${lines.join('\n')}`,
    { actual: actual.map(shownRecord), expected: expected.map(shownRecord) },
  )
}

const counted = (records: number) => (records === 1 ? '1 record' : `${records} records`)
