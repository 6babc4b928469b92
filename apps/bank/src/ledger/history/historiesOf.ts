import type { Table } from '@playhead/core'
import type { AccountId } from '../Account.ts'
import { dayNumber } from '../day.ts'
import type { EntryId, PostedEntry } from '../Entry.ts'
import type { AccountHistory } from './AccountHistory.ts'
import { emptyHistory } from './AccountHistory.ts'
import { changeHistory } from './changeHistory.ts'
import { lineKey } from './HistoryChunk.ts'
import { LineColumns } from './LineColumns.ts'

/** The history of each account that has lines. */
export type Histories = ReadonlyMap<AccountId, AccountHistory>

type Entries = Table<EntryId, PostedEntry>

/**
 * The histories of all accounts at one version of the entries.
 *
 * A pure function with a memory: where a version close by was asked for before, only the difference is worked in,
 * O(changed · log entries), and accounts without a change keep their very history. Several views of state (live, the
 * playhead, as-of reads, a branch) take turns here; {@link VERSIONS_MAX} of them do not push each other out.
 */
export function historiesOf(entries: Entries): Histories {
  const known = versions.findIndex((version) => version.entries === entries)
  const version = known >= 0 ? (versions.splice(known, 1)[0] as Version) : { entries, histories: derive(entries) }
  versions.unshift(version)
  if (versions.length > VERSIONS_MAX) versions.pop()
  return version.histories
}

/** The same, from nothing: what {@link historiesOf} equals at all times. */
export function buildHistories(entries: Entries): Histories {
  const changes = new AccountChanges()
  for (const entry of entries.values()) changes.add(entry)
  return changes.applyTo(new Map())
}

interface Version {
  readonly entries: Entries
  readonly histories: Histories
}

const VERSIONS_MAX = 8
/** Latest use first. */
const versions: Version[] = []

function derive(entries: Entries): Histories {
  const base = nearest(entries)
  if (base === undefined || isFar(base.entries.size, entries.size)) return buildHistories(entries)
  const changes = new AccountChanges()
  for (const change of entries.diff(base.entries)) {
    if (change.kind !== 'added') changes.remove(change.before)
    if (change.kind !== 'removed') changes.add(change.after)
  }
  return changes.applyTo(base.histories)
}

/** Working in a difference costs some four times as much a line as building. Where both are nothing, what is known stays. */
const isFar = (from: number, to: number) => Math.abs(to - from) > Math.max(256, to / 4)

/**
 * The version that probably differs least: of those whose size is about that of the nearest one, the one that was
 * asked for last. A wrong guess costs time, never correctness.
 */
function nearest({ size }: Entries): Version | undefined {
  const far = ({ entries }: Version) => Math.abs(entries.size - size)
  const least = Math.min(...versions.map(far))
  return versions.find((version) => far(version) <= least + ABOUT)
}

const ABOUT = 16

/** Lines that come and go, by account. */
class AccountChanges {
  readonly #byAccount = new Map<AccountId, { readonly removed: number[]; readonly added: LineColumns }>()

  add(entry: PostedEntry): void {
    const key = keyOf(entry)
    for (const { account, minor } of entry.legs) this.#of(account).added.push(key, minor, entry)
  }

  remove(entry: PostedEntry): void {
    const key = keyOf(entry)
    for (const { account } of entry.legs) this.#of(account).removed.push(key)
  }

  applyTo(before: Histories): Histories {
    if (this.#byAccount.size === 0) return before
    const after = new Map(before)
    for (const [account, changes] of this.#byAccount) {
      const history = changeHistory(before.get(account) ?? emptyHistory, changes)
      if (history.length === 0) after.delete(account)
      else after.set(account, history)
    }
    return after
  }

  #of(account: AccountId) {
    const known = this.#byAccount.get(account)
    if (known) return known
    const made = { removed: [], added: new LineColumns() }
    this.#byAccount.set(account, made)
    return made
  }
}

const keyOf = ({ bookingDate, ordinal }: PostedEntry) => lineKey(dayNumber(bookingDate), ordinal)
