import type { StandardSchema } from '@playhead/core'
import { isCalendarDay } from '../../ledger/day.ts'
import { FieldChecks, isFields, isName, schemaOf, shown } from '../../ledger/schemaOf.ts'
import type { Statement } from './actions.ts'

/** Refuses a statement that is not whole. */
export const statementSchema: StandardSchema<Statement> = schemaOf((value) => {
  if (!isFields(value)) return [{ message: `expected a statement, found ${shown(value)}` }]
  const checks = new FieldChecks(value)
  for (const name of ['statementId', 'account']) checks.field(name, 'an id', isName)
  for (const name of ['from', 'to']) checks.field(name, 'a day such as 2026-02-28', isCalendarDay)
  for (const name of ['openingMinor', 'closingMinor']) checks.field(name, 'whole minor units', Number.isSafeInteger)
  for (const name of ['number', 'lines', 'entriesKnown']) checks.field(name, 'a count', isCount)
  return checks.issues
})

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
