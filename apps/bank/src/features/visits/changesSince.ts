import type { Store } from '@playhead/core'
import type { Account, PostedEntry } from '../../ledger/index.ts'
import { ledger } from '../../ledger/index.ts'
import type { Worth } from '../accounts/index.ts'
import { accounts, netWorth } from '../accounts/index.ts'

/** What is different from the state at an earlier place of the log. */
export interface Changes {
  readonly entries: number
  /** The largest of them by what they moved on own accounts, the largest first. */
  readonly largest: readonly PostedEntry[]
  readonly accounts: readonly Account[]
  /** What net worth has more, one amount a currency; those that are the same are left out. */
  readonly worth: readonly Worth[]
}

const LARGEST_MAX = 3

/** Reads the state as of the earlier place and compares; undefined where the log does not have it in memory. */
export function changesSince(store: Store, offset: number): Changes | undefined {
  if (offset > store.timeline.playhead.head) return undefined
  try {
    const then = store.at(offset)
    const before = then.get(ledger)
    const now = store.live.get(ledger)
    const worthThen = new Map(then.get(netWorth).map(({ currency, minor }) => [currency, minor]))
    const added: PostedEntry[] = []
    for (const change of now.entries.diff(before.entries)) if (change.kind === 'added') added.push(change.after)
    const own = store.live.get(accounts)
    const ownIds = new Set(own.map(({ id }) => id))
    const sizeOf = ({ legs }: PostedEntry) =>
      legs.reduce((most, { account, minor }) => (ownIds.has(account) ? Math.max(most, Math.abs(minor)) : most), 0)
    return {
      entries: added.length,
      largest: added.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, LARGEST_MAX),
      accounts: own.filter(({ id }) => !before.accounts.has(id)),
      worth: store.live
        .get(netWorth)
        .map(({ currency, minor }) => ({ currency, minor: minor - (worthThen.get(currency) ?? 0) }))
        .filter(({ minor }) => minor !== 0),
    }
  } catch (error) {
    // The records of then are on the disk alone: not worth a wait.
    if (error instanceof Error && 'code' in error && error.code === 'timeline/not-loaded') return undefined
    throw error
  }
}
