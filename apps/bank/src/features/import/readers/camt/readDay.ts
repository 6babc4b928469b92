import { calendarDay } from '../calendarDay.ts'
import { refuse } from '../ImportProblem.ts'
import type { CalendarDay, FilePosition } from '../StatementFile.ts'
import type { ReadContext } from '../StatementReader.ts'
import { textAt } from './xml.ts'

/**
 * Reads `<Dt>` or `<DtTm>` of a date element: the day as the bank wrote it, in its own time zone. Undefined where there is none.
 *
 * @throws ImportRefused `import/date-invalid`
 */
export function readDay(
  date: unknown,
  at: FilePosition,
  statement: number,
  context: ReadContext,
): CalendarDay | undefined {
  const text = textAt(date, 'Dt') ?? textAt(date, 'DtTm')
  return text === undefined ? undefined : dayOf(text, at, statement, context)
}

export function dayOf(text: string, at: FilePosition, statement: number, context: ReadContext): CalendarDay {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T|Z|[+-]|$)/.exec(text)
  const read = match && calendarDay(Number(match[1]), Number(match[2]), Number(match[3]))
  if (!read) {
    throw refuse({
      code: 'import/date-invalid',
      fileName: context.fileName,
      what: 'The date cannot be read.',
      at,
      found: text,
      expected: 'a date such as 2024-01-31, or with a time 2024-01-31T08:00:00+01:00',
    })
  }
  if (read.clamped) {
    context.warnings.add({
      code: 'import/day-clamped',
      message: `Line ${at.line}: ${text} is a day that the month does not have. ${read.day} was taken.`,
      statement,
      at,
    })
  }
  return read.day
}
