import type { Account, Entry, Hold } from '../../../ledger/index.ts'
import { dayNumber, openingAccount } from '../../../ledger/index.ts'
import type { ParsedAccount, ParsedLine, ParsedStatement, StatementFile } from '../readers/index.ts'
import { entryIdOf, entryOfLine, otherSideOf } from './entryOfLine.ts'
import { holdIdOf, holdOfLine } from './holdOfLine.ts'
import type { ImportPlan, LeftOutLine, PlannedLine, StatementPlan } from './ImportPlan.ts'
import type { LedgerReading } from './LedgerReading.ts'
import { openingEntries } from './openingEntries.ts'

/**
 * Says what booking a file would do: which accounts it opens, which of its lines are new,
 * and where its closing balances differ from ours. Pure; the ledger is only read.
 *
 * Lines that are booked already are recognised by their fingerprint, so the same file twice
 * books nothing and overlapping files book the union.
 *
 * @param newName what a person calls the account that the file opens; its bank and number where it is left out
 */
export function planImport(file: StatementFile, ledger: LedgerReading, importId: string, newName?: string): ImportPlan {
  const draft = new PlanDraft(ledger, importId, newName)
  for (const statement of file.statements) draft.add(statement)
  return draft.finish(file)
}

interface Target {
  readonly account: Account
  readonly isNew: boolean
}

interface Counted {
  readonly statement: ParsedStatement
  readonly target: Target | undefined
  fresh: number
  duplicates: number
  readonly lines: PlannedLine[]
}

class PlanDraft {
  readonly #ledger: LedgerReading
  readonly #importId: string
  readonly #targets = new Map<string, Target>()
  readonly #opens = new Map<string, Account>()
  readonly #entries = new Map<string, Entry>()
  readonly #leftOut: LeftOutLine[] = []
  readonly #holds = new Map<string, Hold>()
  readonly #releases: string[] = []
  readonly #counted: Counted[] = []

  readonly #newName: string | undefined

  constructor(ledger: LedgerReading, importId: string, newName: string | undefined) {
    this.#newName = newName
    this.#ledger = ledger
    this.#importId = importId
  }

  add(statement: ParsedStatement): void {
    const target = this.#targetOf(statement.account)
    const counted: Counted = { statement, target, fresh: 0, duplicates: 0, lines: [] }
    this.#counted.push(counted)
    if (!target) {
      // Shown all the same: by its lines a person knows whose the file is.
      const { account } = statement
      counted.lines.push(
        ...statement.lines.map((line) => ({ line, fate: whyLeftOut(line, account) ?? ('new' as const) })),
      )
      return
    }
    for (const line of statement.lines) {
      const reason = whyLeftOut(line, target.account)
      if (reason) this.#leftOut.push({ line: line.at.line, reason })
      if (reason === 'pending') this.#hold(line, target.account)
      counted.lines.push({ line, fate: reason ?? this.#book(line, target, counted) })
    }
  }

  finish(file: StatementFile): ImportPlan {
    for (const target of this.#targets.values()) this.#open(target)
    const entries = [...this.#entries.values()].sort((a, b) =>
      a.bookingDate < b.bookingDate ? -1 : a.bookingDate > b.bookingDate ? 1 : 0,
    )
    return {
      file,
      entries,
      opens: [...this.#opens.values()],
      leftOut: this.#leftOut,
      holds: [...this.#holds.values()],
      releases: this.#releases,
      duplicates: this.#counted.reduce((sum, { duplicates }) => sum + duplicates, 0),
      accountNeeded: this.#counted.some(({ target }) => target === undefined),
      statements: this.#counted.map((counted) => this.#planOf(counted, entries)),
    }
  }

  #book(line: ParsedLine, { account }: Target, counted: Counted): 'new' | 'duplicate' {
    const id = entryIdOf(line)
    if (this.#entries.has(id) || this.#ledger.isPosted(id)) {
      counted.duplicates++
      return 'duplicate'
    }
    this.#need(otherSideOf(line))
    if (this.#ledger.holdOf(holdIdOf(line)) === 'open') this.#releases.push(holdIdOf(line))
    this.#entries.set(id, entryOfLine(line, account, this.#importId))
    counted.fresh++
    return 'new'
  }

  /** What is booked already, or was on hold before, is not announced once more. */
  #hold(line: ParsedLine, account: Account): void {
    const hold = holdOfLine(line, account)
    if (!hold || this.#ledger.isPosted(entryIdOf(line)) || this.#ledger.holdOf(hold.holdId) !== 'none') return
    this.#holds.set(hold.holdId, hold)
  }

  /** The balance that an account begins with: of its earliest statement that says one. */
  #open({ account, isNew }: Target): void {
    const openings = this.#counted.flatMap(({ statement, target }) => {
      const { opening, kind } = statement
      if (target?.account.id !== account.id || kind !== 'statement' || !opening) return []
      if (opening.currency !== account.currency) return []
      const day = earliest([opening.date, statement.from, ...statement.lines.map(({ bookingDate }) => bookingDate)])
      return day === undefined ? [] : [{ day, minor: opening.minor }]
    })
    const first = openings.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0]
    if (!first) return
    const entries = openingEntries(account, first, this.#ledger, isNew)
    if (entries.length > 0) this.#need(openingAccount(account.currency))
    // Before the lines: within a day, entries stand in the order in which they were recorded.
    const lines = [...this.#entries]
    this.#entries.clear()
    for (const entry of entries) this.#entries.set(entry.entryId, entry)
    for (const [id, entry] of lines) this.#entries.set(id, entry)
  }

  #planOf({ statement, target, fresh, duplicates, lines }: Counted, entries: readonly Entry[]): StatementPlan {
    const closing = statement.kind === 'statement' ? statement.closing : undefined
    const closingDay = closing?.date ?? statement.to ?? statement.lines.at(-1)?.bookingDate
    const comparable = closing && closingDay && target && closing.currency === target.account.currency
    const oursMinor = comparable
      ? this.#balanceAfter(target, closingDay, entries) + this.#bookedLater(statement, closingDay, target.account)
      : undefined
    return {
      statement,
      accountId: target?.account.id,
      accountName: target?.account.name ?? 'Not named in the file',
      isNewAccount: target?.isNew ?? false,
      fresh,
      duplicates,
      lines,
      closingDay: closing ? closingDay : undefined,
      oursMinor,
      differenceMinor: closing && oursMinor !== undefined ? closing.minor - oursMinor : undefined,
    }
  }

  /** Our booked balance at the end of a day, with what this file books. */
  #balanceAfter({ account, isNew }: Target, day: string, entries: readonly Entry[]): number {
    let minor = isNew ? 0 : this.#ledger.balanceOn(account.id, dayNumber(day))
    for (const entry of entries) {
      if (entry.bookingDate > day) break
      for (const leg of entry.legs) if (leg.account === account.id) minor += leg.minor
    }
    return minor
  }

  /**
   * A statement's own lines are in its closing balance, also those that the bank dates after
   * it, and so are those of the pages before it.
   */
  #bookedLater(statement: ParsedStatement, closingDay: string, account: Account): number {
    const index = this.#counted.findIndex((counted) => counted.statement === statement)
    return this.#counted
      .slice(0, index + 1)
      .filter(({ target }) => target?.account.id === account.id)
      .flatMap((counted) => counted.statement.lines)
      .filter((line) => line.bookingDate > closingDay && whyLeftOut(line, account) === undefined)
      .reduce((sum, { minor }) => sum + minor, 0)
  }

  #targetOf(parsed: ParsedAccount): Target | undefined {
    if (parsed.id === undefined) return undefined
    const key = `${parsed.id} ${parsed.currency}`
    const known = this.#targets.get(key)
    if (known) return known
    const account = this.#existing(parsed) ?? newAccount(parsed, this.#freeId(parsed), this.#newName)
    const target = { account, isNew: this.#ledger.account(account.id) === undefined }
    this.#targets.set(key, target)
    if (target.isNew) this.#opens.set(account.id, account)
    return target
  }

  #existing({ id, currency, isIban }: ParsedAccount): Account | undefined {
    if (id === undefined) return undefined
    const named = this.#ledger.account(id) ?? this.#ledger.account(inCurrency(id, currency))
    if (named?.currency === currency) return named
    const other = this.#ledger.account(inCurrency(id, currency))
    return other ?? (isIban ? this.#ledger.accountOfIban(id, currency) : undefined)
  }

  /** One account number may hold several currencies; an account of ours holds one. */
  #freeId({ id = '', currency }: ParsedAccount): string {
    return this.#ledger.account(id) || this.#opens.has(id) ? inCurrency(id, currency) : id
  }

  #need(account: Account): void {
    if (!this.#ledger.account(account.id)) this.#opens.set(account.id, account)
  }
}

const inCurrency = (id: string, currency: string) => `${id} ${currency}`

function newAccount(
  { id = '', isIban, bank, owner, currency }: ParsedAccount,
  accountId: string,
  name?: string,
): Account {
  return {
    id: accountId,
    name: name ?? `${bank ?? 'Account'} ··${id.replace(/\W/g, '').slice(-4)}`,
    owner: owner ?? '',
    currency,
    kind: 'asset',
    ...(isIban && { iban: id }),
    ...(bank !== undefined && { bank }),
  }
}

function whyLeftOut(line: ParsedLine, account: Pick<Account, 'currency'>): LeftOutLine['reason'] | undefined {
  if (line.status !== 'booked') return line.status
  if (line.minor === 0) return 'zero'
  return line.currency === account.currency ? undefined : 'other-currency'
}

function earliest(days: readonly (string | undefined)[]): string | undefined {
  return days.reduce(
    (first, day) => (first === undefined || (day !== undefined && day < first) ? day : first),
    undefined,
  )
}
