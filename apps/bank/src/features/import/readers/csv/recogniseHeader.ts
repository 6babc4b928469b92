import { isKnownCurrency } from '../../../../money/index.ts'
import { ibanOf } from '../../../../text/iban.ts'
import type { CsvRow } from './CsvRows.ts'
import { CsvRows } from './CsvRows.ts'
import type { Role } from './columnNames.ts'
import { columnNames, normalName } from './columnNames.ts'
import { looksLikeDate } from './dateColumn.ts'

/** How a table is laid out: found once, from the start of the file. */
export interface CsvLayout {
  readonly delimiter: string
  /** The line of the header row, from 1. */
  readonly headerLine: number
  readonly header: readonly string[]
  /** Column indexes by role, the better first. */
  readonly columns: Readonly<Partial<Record<Role, readonly number[]>>>
  /** From a column's name (`Betrag (EUR)`) or the rows above the header. */
  readonly currency?: string
  /** The amount column says that it counts cents. */
  readonly minorUnits: boolean
  /** An IBAN in the rows above the header. */
  readonly accountId?: string
}

export interface HeaderSearch {
  readonly layout?: CsvLayout
  /** The most header-like row, when it names no date or no amount. */
  readonly nearest?: { readonly line: number; readonly header: readonly string[]; readonly missing: 'date' | 'amount' }
}

/** The rows above the header that banks put their account and period in. */
const preambleRowsMax = 40
/** No column's name is longer. */
const nameCharsMax = 100
const delimiters = [';', ',', '\t', '|']

/**
 * Finds the row that names the columns, and with it the delimiter: the one under which the most columns have a known name.
 * It must name a date and an amount (or debit or credit).
 */
export function recogniseHeader(head: string): HeaderSearch {
  const declared = /^sep=(.)\r?\n/i.exec(head)?.[1]
  let best: { readonly score: number; readonly search: HeaderSearch } = { score: 0, search: {} }
  for (const delimiter of declared === undefined ? delimiters : [declared]) {
    const rows = headRows(head, delimiter)
    for (const [index, row] of rows.slice(0, preambleRowsMax).entries()) {
      const { columns, currency, minorUnits } = rolesOf(row.cells)
      const score = Object.keys(columns).length
      if (score < 2 || row.cells.length < 2) continue
      const missing =
        columns.booking || columns.value
          ? columns.amount || columns.debit || columns.credit
            ? undefined
            : 'amount'
          : 'date'
      if (missing !== undefined) {
        if (best.search.layout === undefined && score > best.score) {
          best = { score, search: { nearest: { line: row.line, header: row.cells, missing } } }
        }
        continue
      }
      if (best.search.layout !== undefined && score <= best.score) continue
      const preamble = preambleOf(rows.slice(0, index))
      const layout: CsvLayout = {
        delimiter,
        headerLine: row.line,
        header: row.cells,
        columns: settle(columns, row.cells, rows.slice(index + 1), preamble.accountId !== undefined),
        minorUnits,
        ...((currency ?? preamble.currency) !== undefined && { currency: currency ?? preamble.currency ?? '' }),
        ...(preamble.accountId !== undefined && { accountId: preamble.accountId }),
      }
      best = { score, search: { layout } }
    }
  }
  return best.search
}

/** The role of a column's name, and how good the name is for it: 0 is best. A name that stands under two roles has the first. */
const rolesByName: ReadonlyMap<string, { readonly role: Role; readonly rank: number }> = new Map(
  (Object.entries(columnNames) as [Role, readonly string[]][])
    .flatMap(([role, known]) => known.map((name, rank) => [name, { role, rank }] as const))
    .reverse(),
)

function headRows(head: string, delimiter: string): readonly CsvRow[] {
  try {
    // Without its last row, which the end of the head may have cut.
    return new CsvRows(delimiter, '').push(head.endsWith('\n') ? head : `${head}\n`)
  } catch {
    return []
  }
}

function rolesOf(
  cells: readonly string[],
): Pick<CsvLayout, 'minorUnits'> & { columns: Partial<Record<Role, number[]>>; currency?: string } {
  const names = cells.map((cell) => normalName(cell.length > nameCharsMax ? '' : cell))
  const found = names.flatMap(({ name }, column) => {
    const known = rolesByName.get(name)
    return known ? [{ ...known, column }] : []
  })
  const columns: Partial<Record<Role, number[]>> = {}
  for (const { column, role } of found.toSorted((a, b) => a.rank - b.rank))
    columns[role] = [...(columns[role] ?? []), column]
  const money = [...(columns.amount ?? []), ...(columns.debit ?? []), ...(columns.credit ?? [])]
  const first = names[columns.amount?.[0] ?? money[0] ?? -1]
  return {
    columns,
    minorUnits: first?.minor ?? false,
    ...(first?.currency !== undefined && isKnownCurrency(first.currency) && { currency: first.currency }),
  }
}

/** Decides the columns whose name means one thing to one bank and another to the next, by what stands in them. */
function settle(
  found: Partial<Record<Role, number[]>>,
  header: readonly string[],
  rows: readonly CsvRow[],
  accountKnown: boolean,
): CsvLayout['columns'] {
  const columns: Partial<Record<Role, readonly number[]>> = { ...found }
  const values = (column: number) => rows.map(({ cells }) => (cells[column] ?? '').trim()).filter(Boolean)
  const [valuta] = found.valueOrCurrency ?? []
  if (valuta !== undefined) {
    const role = values(valuta).some(looksLikeDate) ? 'value' : 'currency'
    columns[role] ??= [valuta]
  }
  const [party] = found.nameOrCounterparty ?? []
  if (party !== undefined) columns[found.name ? 'counterparty' : 'name'] ??= [party]
  const [either] = found.accountOrCounterparty ?? []
  if (either !== undefined) {
    // One account in every row is the file's own; several, or one that is often left out, are the other sides'. So is one
    // that stands behind a name, should there be one row only.
    const accounts = new Set(
      rows.filter(({ cells }) => cells.length > either).map(({ cells }) => (cells[either] ?? '').trim()),
    )
    const behindName = [columns.name, columns.payee, columns.payer].some((names) => names?.includes(either - 1))
    const own = !columns.account && !accountKnown && accounts.size <= 1 && !accounts.has('') && !behindName
    if (own) columns.account = [either]
    else columns.counterparty ??= [either]
  }
  // A bank that has no column for the purpose says it all in the posting text.
  const postingText = found.type?.find((column) => header[column]?.toLowerCase() === 'buchungstext')
  if (!columns.memo && postingText !== undefined) {
    columns.memo = [postingText]
    columns.type = (found.type ?? []).filter((column) => column !== postingText)
  }
  return columns
}

function preambleOf(rows: readonly CsvRow[]): { accountId?: string; currency?: string } {
  const cells = rows.flatMap((row) => row.cells)
  const accountId = cells.flatMap((cell) => ibanOf(cell.replace(/^\D*?(?=[A-Z]{2}\d{2})/, '')) ?? [])[0]
  const currency = cells
    .flatMap((cell) => /^(?:[\d.,' -]*\s)?([A-Z]{3})$/.exec(cell.trim())?.[1] ?? [])
    .find(isKnownCurrency)
  return { ...(accountId !== undefined && { accountId }), ...(currency !== undefined && { currency }) }
}
