import type { StandardIssue, StandardSchema } from '@playhead/core'
import { isCurrencyCode } from '../money/index.ts'
import { balanceIssues } from './balanceIssues.ts'
import { isCalendarDay } from './day.ts'
import type { Entry, Leg } from './Entry.ts'
import { entryKinds } from './Entry.ts'
import { FieldChecks, isFields, isName, isText, schemaOf, shown } from './schemaOf.ts'

/** Refuses an entry that is not whole or does not balance, before it reaches the log. See BNK-1 to BNK-3. */
export const entrySchema: StandardSchema<Entry> = schemaOf((value) => {
  if (!isFields(value)) return [{ message: `expected an entry, found ${shown(value)}` }]
  const checks = new FieldChecks(value)
  checks.field('entryId', 'an entry id', isName)
  checks.field('kind', `one of ${entryKinds.join(', ')}`, (kind) => entryKinds.some((known) => known === kind))
  checks.field('bookingDate', 'a day such as 2026-02-28', isCalendarDay)
  checks.field('valueDate', 'a day such as 2026-02-28', isCalendarDay)
  checks.field('memo', 'a text', isText)
  checks.field('reference', 'a text', isText, { optional: true })
  checks.field('category', 'a category', isName, { optional: true })
  checks.field('reverses', 'an entry id', isName, { optional: true })
  checks.field('counterparty', 'a counterparty', isFields, { optional: true })
  checks.field('source', 'the line of a file', isFields, { optional: true })
  return [
    ...checks.issues,
    ...counterpartyIssues(value.counterparty),
    ...sourceIssues(value.source),
    ...legIssues(value.legs),
  ]
})

function legIssues(legs: unknown): readonly StandardIssue[] {
  if (!Array.isArray(legs)) return [{ message: `expected legs, found ${shown(legs)}`, path: ['legs'] }]
  const issues = legs.flatMap((leg: unknown, at) => {
    if (!isFields(leg)) return [{ message: `expected a leg, found ${shown(leg)}`, path: ['legs', at] }]
    const checks = new FieldChecks(leg, ['legs', at])
    checks.field('account', 'an account id', isName)
    checks.field('currency', 'a currency such as EUR', (currency) => isText(currency) && isCurrencyCode(currency))
    checks.field('minor', 'whole minor units up to 2^53 - 1', Number.isSafeInteger)
    return checks.issues
  })
  return issues.length > 0 ? issues : balanceIssues(legs as readonly Leg[])
}

function counterpartyIssues(counterparty: unknown): readonly StandardIssue[] {
  if (!isFields(counterparty)) return []
  const checks = new FieldChecks(counterparty, ['counterparty'])
  for (const name of ['name', 'account', 'bank']) checks.field(name, 'a text', isText, { optional: true })
  return checks.issues
}

function sourceIssues(source: unknown): readonly StandardIssue[] {
  if (!isFields(source)) return []
  const checks = new FieldChecks(source, ['source'])
  checks.field('importId', 'an import id', isName)
  checks.field('fingerprint', 'a fingerprint', isName)
  checks.field('line', 'a line number from 1', (line) => Number.isSafeInteger(line) && (line as number) >= 1)
  return checks.issues
}
