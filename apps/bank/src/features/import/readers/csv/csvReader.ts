import { refuse } from '../ImportProblem.ts'
import { headChars, linesMax } from '../limits.ts'
import type { ReadContext, ReadResult, ReadStep, StatementReader } from '../StatementReader.ts'
import type { CsvRow } from './CsvRows.ts'
import { CsvRows } from './CsvRows.ts'
import { CsvTable } from './CsvTable.ts'
import { explainTable } from './explainTable.ts'
import { recogniseHeader } from './recogniseHeader.ts'

/**
 * Reads CSV with a header row in English, German, Dutch or French, whatever the order of its columns.
 *
 * Amounts are in the currency's main unit (`-10` GBP is ten pounds), unless the column's name says cents, pence or minor.
 * Dates and decimal marks are decided for the column as a whole, see `dateColumn.ts` and `amountColumn.ts`.
 */
export const csvReader: StatementReader = {
  format: 'CSV',

  detects(head) {
    return recogniseHeader(head).layout ? 0.8 : 0
  },

  *read(chunks, context): Generator<ReadStep, ReadResult, void> {
    const source = chunks[Symbol.iterator]()
    let head = ''
    for (let next = source.next(); !next.done; next = source.next()) {
      head += next.value
      if (head.length >= headChars) break
    }
    const { layout } = recogniseHeader(head.slice(0, headChars))
    if (!layout) throw explainTable(head, context.fileName) ?? noHeader(context)

    const rows = new CsvRows(layout.delimiter, context.fileName)
    const table = new CsvTable(layout, context)
    const take = (read: readonly CsvRow[]) => {
      for (const row of read) if (row.line > layout.headerLine) table.accept(row)
      if (table.rows <= linesMax) return
      throw refuse({
        code: 'import/too-many-lines',
        fileName: context.fileName,
        what: `The file has more than ${linesMax} bookings. Export shorter periods and import them one after another.`,
        at: { line: read.at(-1)?.line ?? 1 },
      })
    }
    take(rows.push(head))
    yield { lines: table.rows }
    for (let next = source.next(); !next.done; next = source.next()) {
      take(rows.push(next.value))
      yield { lines: table.rows }
    }
    take(rows.end())
    return { format: 'csv', statements: table.statements() }
  },
}

function noHeader(context: ReadContext): Error {
  return refuse({
    code: 'import/csv-no-header',
    fileName: context.fileName,
    what: 'No header row was found.',
    at: { line: 1 },
  })
}
