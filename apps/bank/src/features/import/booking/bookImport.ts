import type { Dispatchable } from '@playhead/core'
import type { Observable } from 'rxjs'
import { concat, concatMap, from, map, of } from 'rxjs'
import { bank } from '../../../ledger/index.ts'
import type { ReceivedStatement } from '../actions.ts'
import { imports } from '../actions.ts'
import type { ImportPlan, StatementPlan } from '../plan/ImportPlan.ts'

/** At most so many entries are booked at once, so that the page draws between two groups. */
export const ENTRIES_PER_FRAME = 500

export interface BookOptions {
  readonly importId: string
  /** The import was received before and is gone on with. */
  readonly resuming: boolean
  /** Emits once, when the next frame may be used. */
  nextFrame(): Observable<unknown>
}

/**
 * The records of an import, in groups to be dispatched as one each:
 *
 * ```
 *   received, accounts ─ frame ─ ≤ 500 entries ─ frame ─ ≤ 500 entries ─ … ─ completed
 * ```
 *
 * Unsubscribing stops between two groups; what is booked stays.
 */
export function bookImport(
  plan: ImportPlan,
  { importId, resuming, nextFrame }: BookOptions,
): Observable<readonly Dispatchable[]> {
  const opens = plan.opens.map((account) => bank.accountOpened(account))
  const begin = resuming ? opens : [received(plan, importId), ...opens]
  const groups = from(inGroups(plan.entries.map((entry) => bank.entryPosted(entry))))
  return concat(
    of(begin),
    // One after the other: the next group waits for the frame after this one.
    groups.pipe(concatMap((group) => nextFrame().pipe(map(() => group)))),
    of([imports.completed({ importId })]),
  )
}

function received({ file, statements, entries, duplicates }: ImportPlan, importId: string) {
  return imports.received({
    importId,
    fileName: file.fileName,
    sha256: file.sha256,
    format: file.format,
    statements: statements.slice(0, STATEMENTS_KEPT_MAX).map(summary),
    // Entries that come from a line: openings are counted by nobody.
    entries: entries.filter(({ source }) => source !== undefined).length,
    duplicates,
  })
}

/** A record is not a place for a thousand statements: those beyond are booked and not summed up. */
const STATEMENTS_KEPT_MAX = 100

function summary({ statement, accountId, differenceMinor }: StatementPlan): ReceivedStatement {
  return {
    accountId: accountId ?? '',
    currency: statement.account.currency,
    from: statement.from ?? null,
    to: statement.to ?? null,
    lines: statement.lines.length,
    openingMinor: statement.opening?.minor ?? null,
    closingMinor: statement.closing?.minor ?? null,
    differenceMinor: differenceMinor ?? null,
  }
}

function inGroups<T>(all: readonly T[]): readonly (readonly T[])[] {
  const groups: (readonly T[])[] = []
  for (let from = 0; from < all.length; from += ENTRIES_PER_FRAME)
    groups.push(all.slice(from, from + ENTRIES_PER_FRAME))
  return groups
}
