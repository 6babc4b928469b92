import { refuse } from '../ImportProblem.ts'
import type { ReadContext, ReadResult, ReadStep, StatementReader } from '../StatementReader.ts'
import { FieldAssembler } from './FieldAssembler.ts'
import { MtMessages } from './MtMessages.ts'
import { toStatement } from './toStatement.ts'

/**
 * Reads SWIFT MT940 (end of day) and MT942 (during the day), as banks send them and not only as SWIFT defines them.
 *
 * An own reader: the libraries at hand count in floats, give a reversed credit the wrong sign, cut references at a slash, read
 * every file as Latin-1 and tell no line numbers. `mt940Reader.oracle.test.ts` compares with one of them where it is right.
 *
 * @see SWIFT Standards MT, category 9; Deutsche Kreditwirtschaft, DFÜ-Abkommen, Anlage 3, chapter 8 for `:86:`
 */
export const mt940Reader: StatementReader = {
  format: 'MT940/MT942',

  detects(head) {
    const tags = new Set(head.match(/^:(?:20|25P?|28C?|60[FM]?|61|62[FM]?|34F|13D?):/gm) ?? [])
    if (tags.size >= 2) return 1
    return tags.has(':61:') || tags.has(':20:') ? 0.7 : 0
  },

  *read(chunks, context): Generator<ReadStep, ReadResult, void> {
    const fields = new FieldAssembler()
    const messages = new MtMessages(context)
    for (const chunk of chunks) {
      for (const field of fields.push(chunk)) messages.accept(field)
      yield { lines: messages.movements }
    }
    for (const field of fields.end()) messages.accept(field)
    return resultOf(messages, context)
  },
}

function resultOf(messages: MtMessages, context: ReadContext): ReadResult {
  // A `:20:` alone is a header that some banks put in front, not a statement.
  const filled = messages.statements.filter((s) => s.movements.length > 0 || s.opening || s.closing || s.account)
  if (filled.length === 0) {
    throw refuse({
      code: 'import/no-statement',
      fileName: context.fileName,
      what: 'The file has fields of an MT940 statement, but no statement.',
      expected: 'an account (:25:), an opening balance (:60F:), bookings (:61:) and a closing balance (:62F:)',
    })
  }
  const statements = filled.map((statement, index) => {
    // A page that names no currency has the one of the page before.
    const before = filled[index - 1]
    if (
      statement.currency === undefined &&
      before?.currency !== undefined &&
      before.account?.id === statement.account?.id
    ) {
      statement.currency = before.currency
    }
    return toStatement(statement, index, context)
  })
  return { format: statements.every(({ kind }) => kind === 'report') ? 'mt942' : 'mt940', statements }
}
