import type { Dispatchable } from '@playhead/core'
import type { Observable } from 'rxjs'
import { concat, concatMap, EMPTY, from, map, of } from 'rxjs'
import { bank } from '../../../ledger/index.ts'
import type { ReceivedStatement } from '../actions.ts'
import { imports } from '../actions.ts'
import type { ImportPlan, StatementPlan } from '../plan/ImportPlan.ts'

/** At most so many entries are booked at once, so that the page draws between two groups. */
export const ENTRIES_PER_FRAME = 500

export interface BookOptions {
  readonly importId: string
  /** Emits once, when the next frame may be used. */
  nextFrame(): Observable<unknown>
  /** Milliseconds since 1970: what was announced long ago keeps nothing any more. */
  readonly nowMs: number
}

/**
 * What follows an import that was received or resumed, in groups to be dispatched as one each:
 *
 * ```
 *   accounts ─ frame ─ ≤ 500 entries, progress ─ frame ─ ≤ 500 entries, progress ─ … ─ holds, completed
 * ```
 *
 * Unsubscribing stops between two groups; what is booked stays.
 */
export function bookImport(
  plan: ImportPlan,
  { importId, nextFrame, nowMs }: BookOptions,
): Observable<readonly Dispatchable[]> {
  const entries = plan.entries.length
  const groups = inGroups(plan.entries).map((group, at) => [
    ...group.map((entry) => bank.entryPosted(entry)),
    imports.progressed({ importId, booked: at * ENTRIES_PER_FRAME + group.length, entries }),
  ])
  return concat(
    plan.opens.length > 0 ? of(plan.opens.map((account) => bank.accountOpened(account))) : EMPTY,
    // One after the other: the next group waits for the frame after this one.
    from(groups).pipe(concatMap((group) => nextFrame().pipe(map(() => group)))),
    of([
      ...plan.releases.map((holdId) => bank.holdReleased({ holdId })),
      ...plan.holds
        .filter(({ expiresAt = Number.POSITIVE_INFINITY }) => expiresAt > nowMs)
        .map((hold) => bank.holdPlaced(hold)),
      imports.completed({ importId }),
    ]),
  )
}

/** The record with which an import begins. */
export function received({ file, statements, entries, duplicates }: ImportPlan, importId: string) {
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
