import { parseDecimal } from '../../../../money/index.ts'
import type { ImportRefused } from '../ImportProblem.ts'
import { refuse } from '../ImportProblem.ts'
import { CsvRows } from './CsvRows.ts'
import { looksLikeDate } from './dateColumn.ts'
import { recogniseHeader } from './recogniseHeader.ts'

/** Why a text that looks like a table is not read; undefined when it does not look like one. */
export function explainTable(head: string, fileName: string): ImportRefused | undefined {
  const { nearest } = recogniseHeader(head)
  const naked = bookingRow(head)
  // A header that lacks a column explains more than a row that looks like a booking under it.
  if (nearest && (naked === undefined || nearest.line < naked.line)) {
    return refuse({
      code: 'import/csv-column-missing',
      fileName,
      what: `The table's header names no column for the ${nearest.missing}.`,
      at: { line: nearest.line },
      found: nearest.header.join(', '),
      expected:
        nearest.missing === 'date'
          ? 'a column such as Date, Buchungstag, Datum'
          : 'a column such as Amount, Betrag, Bedrag, Montant, or two such as Debit and Credit',
    })
  }
  if (!naked) return undefined
  if (naked.above !== undefined) {
    return refuse({
      code: 'import/csv-column-missing',
      fileName,
      what: 'The names of the columns are not understood: they are known in English, German, Dutch and French.',
      at: { line: naked.line - 1 },
      found: naked.above,
      expected: 'names such as Date, Amount, Description, Currency',
    })
  }
  return refuse({
    code: 'import/csv-no-header',
    fileName,
    what: 'This is CSV without a header row, so it cannot be told what its columns mean. Export it with column names, or write them above the first row.',
    at: { line: naked.line },
    found: naked.text,
    expected: 'a row naming the columns, such as Date, Amount, Description, Currency',
  })
}

/** The first row with a date and an amount, under the delimiter that finds the most of them. */
function bookingRow(head: string): { line: number; text: string; above?: string } | undefined {
  let best: { count: number; line: number; text: string; above?: string } | undefined
  for (const delimiter of [';', ',', '\t', '|']) {
    const rows = rowsOf(head, delimiter).slice(0, 50)
    const found = rows.filter(
      ({ cells }) => cells.length >= 2 && cells.some(looksLikeDate) && cells.some(looksLikeAmount),
    )
    const [first] = found
    if (
      first &&
      found.length * 2 >= rows.filter(({ cells }) => cells.length > 1).length &&
      found.length > (best?.count ?? 0)
    ) {
      const above = rows[rows.indexOf(first) - 1]
      best = {
        count: found.length,
        line: first.line,
        text: first.cells.join(delimiter),
        ...(above && isHeader(above.cells, first.cells.length) && { above: above.cells.join(', ') }),
      }
    }
  }
  return best
}

/** A row of words, as wide as the rows below: names of columns, in whatever language. */
function isHeader(cells: readonly string[], width: number): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return (
    Math.abs(cells.length - width) <= 1 &&
    filled.length > width / 2 &&
    filled.every((cell) => /\p{L}/u.test(cell) && !looksLikeDate(cell))
  )
}

function rowsOf(head: string, delimiter: string) {
  try {
    return new CsvRows(delimiter, '').push(head.endsWith('\n') ? head : `${head}\n`)
  } catch {
    return []
  }
}

function looksLikeAmount(text: string): boolean {
  return !looksLikeDate(text) && parseDecimal(text) !== undefined
}
