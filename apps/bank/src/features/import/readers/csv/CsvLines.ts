import type { Currency, Decimal, DecimalMark } from '../../../../money/index.ts'
import { currencyExponent, isCurrencyCode, parseDecimal } from '../../../../money/index.ts'
import { ibanOf } from '../../../../text/iban.ts'
import { currencyOfIban } from '../account/currencyOfIban.ts'
import { refuse } from '../ImportProblem.ts'
import { minorAt } from '../minorAt.ts'
import type { CalendarDay, Counterparty, FilePosition, LineStatus } from '../StatementFile.ts'
import type { DateOrder, DraftLine, ReadContext } from '../StatementReader.ts'
import { hasSepaKeywords, purposeOf } from '../sepa/purpose.ts'
import type { Role } from './columnNames.ts'
import { normalName } from './columnNames.ts'
import { dayOfWritten, parseWrittenDate } from './dateColumn.ts'
import type { RowTexts } from './RowTexts.ts'
import type { CsvLayout } from './recogniseHeader.ts'

export interface CsvLine {
  readonly account: string | undefined
  readonly line: DraftLine
}

interface Conventions {
  readonly layout: CsvLayout
  readonly context: ReadContext
  readonly dateOrder: DateOrder
  /** The table's decimal mark, where an amount shows it. */
  readonly mark: DecimalMark | undefined
  readonly ambiguousMark: DecimalMark | undefined
  readonly unsignedIsDebit: boolean
}

/** Reads the rows of a table whose conventions are known. */
export class CsvLines {
  readonly #is: Conventions
  readonly #net: boolean
  #assumedCurrency = false
  #assumedMark = false

  constructor(conventions: Conventions) {
    this.#is = conventions
    const [amountColumn = -1] = conventions.layout.columns.amount ?? []
    this.#net = /^nett?o?\b/.test(normalName(conventions.layout.header[amountColumn] ?? '').name)
  }

  read(texts: RowTexts): CsvLine {
    const account = texts.account === undefined ? this.#is.layout.accountId : (ibanOf(texts.account) ?? texts.account)
    const currency = this.#currency(texts, account)
    const minor = this.#amount(texts, currency)
    const bookingDate = this.#day(texts, texts.booking === undefined ? 'value' : 'booking')
    const balanceMinor = texts.balance === undefined ? undefined : this.#minor(texts, 'balance', currency)
    const counterparty = counterpartyOf(texts, minor)
    const { memo, reference } = wordsOf(texts)
    return {
      account,
      line: {
        bookingDate,
        valueDate: texts.value === undefined ? bookingDate : this.#day(texts, 'value'),
        minor,
        currency,
        status: minor === 0 ? 'information' : statusOf(texts.status),
        ...(counterparty && { counterparty }),
        ...(reference && { reference }),
        memo,
        ...(texts.type !== undefined && { postingText: texts.type }),
        reversal: false,
        ...(balanceMinor !== undefined && { balanceMinor }),
        at: { line: texts.line },
      },
    }
  }

  #amount(texts: RowTexts, currency: Currency): number {
    if (texts.amount === undefined) return this.#debitOrCredit(texts, currency)
    const written = this.#minor(texts, 'amount', currency)
    const isDebit = this.#is.unsignedIsDebit
      ? !/\+|CR?$/.test(texts.amount)
      : texts.mark !== undefined && this.#isDebit(texts)
    const minor = written > 0 && isDebit ? -written : written
    if (texts.fee === undefined || this.#net) return minor
    // Revolut: the fee leaves the account beside the amount.
    return minor - Math.abs(this.#minor(texts, 'fee', currency))
  }

  /** Two columns: what stands under debit left the account, with a minus or without. */
  #debitOrCredit(texts: RowTexts, currency: Currency): number {
    const debit = texts.debit === undefined ? 0 : Math.abs(this.#minor(texts, 'debit', currency))
    const credit = texts.credit === undefined ? 0 : this.#minor(texts, 'credit', currency)
    if (debit !== 0 && credit !== 0) {
      throw this.#refusal(
        'import/field-invalid',
        'The row has a debit and a credit.',
        texts,
        'debit',
        'one of the two to be empty or zero',
      )
    }
    return debit === 0 ? credit : -debit
  }

  #isDebit(texts: RowTexts): boolean {
    const mark = texts.mark ?? ''
    if (/^(?:d|dr|db|dbit|debit|débit|debet|s|soll|af|out|o|-|sortie)$/i.test(mark)) return true
    if (/^(?:c|cr|crdt|credit|crédit|k|h|haben|bij|in|i|\+|entrée)$/i.test(mark)) return false
    throw this.#refusal(
      'import/field-invalid',
      'It is not said whether money came or went.',
      texts,
      'mark',
      'a word such as debit or credit, Soll or Haben, Af or Bij',
    )
  }

  #minor(texts: RowTexts, role: Role, currency: Currency): number {
    const text = texts[role] ?? ''
    const decimal = parseDecimal(text, this.#markFor(currency))
    if (!decimal) {
      const mark = this.#is.mark
      throw this.#refusal(
        'import/amount-invalid',
        'The amount cannot be read.',
        texts,
        role,
        mark === undefined
          ? 'a decimal number such as -12.50'
          : `a decimal number with ${mark === ',' ? 'a comma' : 'a point'} before the decimals, as in the other rows`,
      )
    }
    return minorAt(this.#scaled(decimal, currency), currency, this.#at(texts, role), this.#is.context)
  }

  /** A column of cents holds whole numbers of minor units. */
  #scaled(decimal: Decimal, currency: Currency): Decimal {
    return this.#is.layout.minorUnits ? { ...decimal, scale: decimal.scale + currencyExponent(currency) } : decimal
  }

  #markFor(currency: Currency): DecimalMark | undefined {
    const { ambiguousMark, context, mark } = this.#is
    if (mark !== undefined || ambiguousMark === undefined) return mark
    // Only amounts such as `1.234`: decimals where the currency has three, else groups.
    const decimals = currencyExponent(currency) === 3
    if (!this.#assumedMark) {
      this.#assumedMark = true
      context.warnings.add({
        code: 'import/decimal-mark-assumed',
        message: `Amounts such as 1${ambiguousMark}234 read both ways. The “${ambiguousMark}” was taken ${decimals ? `for the decimal mark, because ${currency} has three decimals` : 'to group thousands'}.`,
        at: { line: this.#is.layout.headerLine },
      })
    }
    return decimals ? ambiguousMark : ambiguousMark === '.' ? ',' : '.'
  }

  #day(texts: RowTexts, role: 'booking' | 'value'): CalendarDay {
    const text = texts[role] ?? ''
    const written = parseWrittenDate(text)
    const read = written && dayOfWritten(written, this.#is.dateOrder)
    if (!read) {
      throw this.#refusal(
        'import/date-invalid',
        'The date cannot be read.',
        texts,
        role,
        'a date such as 2024-01-31, 31.01.2024 or 31/01/2024',
      )
    }
    if (read.clamped) {
      this.#is.context.warnings.add({
        code: 'import/day-clamped',
        message: `Line ${texts.line}: ${text} is a day that the month does not have. ${read.day} was taken.`,
        at: this.#at(texts, role),
      })
    }
    return read.day
  }

  #currency(texts: RowTexts, account: string | undefined): Currency {
    const { context, layout } = this.#is
    const amount = texts.amount ?? texts.debit ?? texts.credit ?? ''
    const written = texts.currency
      ?.toUpperCase()
      .replace(/^(?:€|EURO)$/, 'EUR')
      .replace(/^£$/, 'GBP')
    if (written !== undefined) {
      if (isCurrencyCode(written)) return written
      throw this.#refusal(
        'import/field-invalid',
        'The currency is not a code.',
        texts,
        'currency',
        'three letters such as EUR',
      )
    }
    const beside =
      parseDecimal(amount, this.#is.mark)?.code ??
      (amount.includes('€') ? 'EUR' : amount.includes('£') ? 'GBP' : undefined)
    const given = beside ?? layout.currency ?? context.currency
    if (given !== undefined) return given
    const derived = account === undefined ? undefined : currencyOfIban(ibanOf(account) ?? '')
    if (derived === undefined) {
      throw refuse({
        code: 'import/currency-missing',
        fileName: context.fileName,
        what: 'The table names no currency. Tell the currency of the account.',
        at: { line: texts.line },
        expected: 'a column such as Currency, or a code in the amount’s column name, such as Amount (EUR)',
        needs: 'currency',
      })
    }
    if (!this.#assumedCurrency) {
      this.#assumedCurrency = true
      context.warnings.add({
        code: 'import/currency-assumed',
        message: `The table names no currency. ${derived} was taken from the country of ${account}.`,
        at: { line: layout.headerLine },
      })
    }
    return derived
  }

  #at(texts: RowTexts, role: Role): FilePosition {
    const { columns, header } = this.#is.layout
    const names = (columns[role] ?? []).map((column) => header[column]?.trim()).filter(Boolean)
    return { line: texts.line, ...(names[0] !== undefined && { element: names[0] }) }
  }

  #refusal(
    code: 'import/field-invalid' | 'import/amount-invalid' | 'import/date-invalid',
    what: string,
    texts: RowTexts,
    role: Role,
    expected: string,
  ): Error {
    return refuse({
      code,
      fileName: this.#is.context.fileName,
      what,
      at: this.#at(texts, role),
      found: texts[role] ?? '',
      expected,
    })
  }
}

function counterpartyOf(texts: RowTexts, minor: number): Counterparty | undefined {
  const name = minor < 0 ? (texts.payee ?? texts.name ?? texts.payer) : (texts.payer ?? texts.name ?? texts.payee)
  const account = texts.counterparty === undefined ? undefined : (ibanOf(texts.counterparty) ?? texts.counterparty)
  if (name === undefined && account === undefined) return undefined
  return { ...(name !== undefined && { name }), ...(account !== undefined && { account }) }
}

/** Memo and reference; German banks put both into one column, with SEPA keywords. */
function wordsOf({ memo = '', reference = '' }: RowTexts): { readonly memo: string; readonly reference: string } {
  const given = /^(?:NOTPROVIDED|NONREF|-)$/i.test(reference) ? '' : reference
  if (!hasSepaKeywords(memo)) return { memo, reference: given }
  const purpose = purposeOf([memo])
  return { memo: purpose.memo || memo, reference: given || purpose.reference }
}

function statusOf(text: string | undefined): LineStatus {
  if (text === undefined) return 'booked'
  if (/^(?:pending|vorgemerkt|authori[sz]ed|en attente|in behandeling|gereserveerd)$/i.test(text)) return 'pending'
  return /^(?:reverted|declined|failed|cancell?ed|abgelehnt|storniert|geannuleerd|refusée?|annulée?)$/i.test(text)
    ? 'information'
    : 'booked'
}
