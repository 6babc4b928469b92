import { parseDecimal } from '../../../../money/index.ts'
import { excerpt, refuse } from '../ImportProblem.ts'
import type { DateOrder, DraftStatement, ReadContext } from '../StatementReader.ts'
import { CsvLines } from './CsvLines.ts'
import type { CsvRow } from './CsvRows.ts'
import type { Role } from './columnNames.ts'
import { DateOrderEvidence, looksLikeDate } from './dateColumn.ts'
import { DecimalMarkEvidence } from './decimalMarkEvidence.ts'
import { groupByAccount } from './groupByAccount.ts'
import type { RowTexts } from './RowTexts.ts'
import type { CsvLayout } from './recogniseHeader.ts'
import { SignEvidence } from './signEvidence.ts'

/** The rows of a table: kept as text until their columns have told how dates and amounts are written. */
export class CsvTable {
  readonly #layout: CsvLayout
  readonly #context: ReadContext
  readonly #kept: RowTexts[] = []
  readonly #dates = new DateOrderEvidence()
  readonly #marks = new DecimalMarkEvidence()
  readonly #signs = new SignEvidence()
  readonly #headerText: string

  constructor(layout: CsvLayout, context: ReadContext) {
    this.#layout = layout
    this.#context = context
    this.#headerText = layout.header.join('\u0000')
  }

  get rows(): number {
    return this.#kept.length
  }

  accept({ cells, line }: CsvRow): void {
    if (cells.every((cell) => cell.trim() === '')) return
    // Exports that were put one behind the other repeat their header.
    if (cells.join('\u0000') === this.#headerText) return
    if (cells.slice(this.#layout.header.length).some((cell) => cell.trim() !== '')) {
      throw refuse({
        code: 'import/field-invalid',
        fileName: this.#context.fileName,
        what: `The row has ${cells.length} fields, the header ${this.#layout.header.length}. A field that holds the delimiter must be in quotation marks.`,
        at: { line },
        found: cells.join(this.#layout.delimiter),
        expected: this.#layout.header.join(this.#layout.delimiter),
      })
    }
    const texts = this.#textsOf(cells, line)
    if (!this.#isBooking(texts, cells, line)) return
    for (const text of [texts.booking, texts.value]) if (text !== undefined) this.#dates.see(text)
    for (const text of [texts.amount, texts.debit, texts.credit, texts.balance])
      if (text !== undefined) this.#marks.see(text)
    if (texts.amount !== undefined) this.#signs.see(texts.amount)
    this.#kept.push(texts)
  }

  /**
   * A row with a date and an amount is a booking. So is one where the other of the two is written but cannot be read: it is
   * kept, to be refused with its place when it is read. What has neither is a footer or a remark.
   */
  #isBooking(texts: RowTexts, cells: readonly string[], line: number): boolean {
    const date = texts.booking ?? texts.value ?? ''
    const amount = texts.amount ?? texts.debit ?? texts.credit ?? ''
    const isDate = looksLikeDate(date)
    if (amount !== '' && isDate) return true
    if (/\d/.test(date) && parseDecimal(amount) !== undefined) return true
    const last = this.#kept.at(-1)
    if (last && date === '' && amount === '' && texts.memo !== undefined) {
      // Some banks go on with the description in the next row.
      this.#kept[this.#kept.length - 1] = { ...last, memo: `${last.memo ?? ''} ${texts.memo}`.trim() }
      return false
    }
    this.#context.warnings.add({
      code: 'import/row-skipped',
      message: `Line ${line}: the row has no ${isDate ? 'amount' : 'date'} and was passed over: “${excerpt(cells.filter(Boolean).join(' '))}”.`,
      at: { line },
    })
    return false
  }

  /**
   * The rows as statements: one for each account and currency.
   *
   * @throws ImportRefused
   */
  statements(): readonly DraftStatement[] {
    if (this.#kept.length === 0) {
      throw refuse({
        code: 'import/csv-no-rows',
        fileName: this.#context.fileName,
        what: 'The table has a header row, but no bookings under it.',
        at: { line: this.#layout.headerLine },
        expected: 'at least one row with a date and an amount',
      })
    }
    const lines = new CsvLines({
      layout: this.#layout,
      context: this.#context,
      dateOrder: this.#dateOrder(),
      mark: this.#marks.mark,
      ambiguousMark: this.#marks.ambiguous,
      unsignedIsDebit: this.#unsignedIsDebit(),
    })
    return groupByAccount(
      this.#kept.map((texts) => lines.read(texts)),
      this.#context,
    )
  }

  #unsignedIsDebit(): boolean {
    if (!this.#signs.onlyPlus || this.#layout.columns.mark) return false
    this.#context.warnings.add({
      code: 'import/sign-assumed',
      message:
        'Some amounts have a plus and none a minus, as on card statements. Amounts without a sign were taken as money spent.',
      at: { line: this.#layout.headerLine },
    })
    return true
  }

  #dateOrder(): DateOrder {
    const proven = this.#dates.order
    if (proven === 'conflict') {
      throw refuse({
        code: 'import/date-invalid',
        fileName: this.#context.fileName,
        what: 'Some dates of the table name the day first, others the month.',
        at: { line: this.#layout.headerLine },
        expected: 'one order throughout, such as 31/01/2024',
      })
    }
    if (proven !== undefined) return proven
    const assumed = this.#context.dateOrder ?? (this.#currency() === 'USD' ? 'month-day' : 'day-month')
    if (this.#dates.isOpen && this.#context.dateOrder === undefined) {
      const example = this.#kept.find(({ booking, value }) => looksLikeDate(booking ?? value ?? ''))?.booking ?? ''
      this.#context.warnings.add({
        code: 'import/date-order-assumed',
        message: `Every date, such as ${example}, reads both ways. ${assumed === 'day-month' ? 'The day was taken to stand first.' : 'The month was taken to stand first, as with US dollars.'}`,
        at: { line: this.#layout.headerLine },
      })
    }
    return assumed
  }

  #currency(): string | undefined {
    return this.#kept[0]?.currency?.toUpperCase() ?? this.#layout.currency ?? this.#context.currency
  }

  #textsOf(cells: readonly string[], line: number): RowTexts {
    const texts: Partial<Record<Role, string>> & { line: number } = { line }
    for (const [role, columns] of Object.entries(this.#layout.columns) as [Role, readonly number[]][]) {
      // A quotation mark without its pair stays in the cell; only words may mean it.
      const written = columns.map((column) => {
        const cell = (cells[column] ?? '').trim()
        return wordy.has(role) ? cell : cell.replace(/^"|"$/g, '')
      })
      // One column has the amounts of all rows; a description may be spread over several; of others the first that is filled counts.
      const text = role === 'memo' ? joined(written) : oneColumn.has(role) ? written[0] : written.find(Boolean)
      if (text) texts[role] = text
    }
    return texts
  }
}

const oneColumn: ReadonlySet<Role> = new Set<Role>(['amount', 'debit', 'credit', 'balance', 'mark', 'fee', 'name'])
const wordy: ReadonlySet<Role> = new Set<Role>(['memo', 'name', 'payer', 'payee', 'type'])

function joined(texts: readonly string[]): string {
  return [...new Set(texts.filter(Boolean))].join(' ').replace(/\s+/g, ' ')
}
