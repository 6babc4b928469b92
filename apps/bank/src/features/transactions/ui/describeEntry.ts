import type { Account, PostedEntry } from '../../../ledger/index.ts'

/** Who or what a line is about, and what is said of it besides. */
export interface EntryWords {
  readonly title: string
  readonly detail: string
}

/**
 * A line of an account in words: the counterparty, else the account on the other side, else what the memo says.
 *
 * @param accountOf finds the household's own accounts by id
 */
export function describeEntry(
  entry: PostedEntry,
  accountId: string,
  accountOf: (id: string) => Account | undefined,
): EntryWords {
  const memo = entry.memo.trim()
  const name = entry.counterparty?.name?.trim()
  if (name) return { title: name, detail: memo }
  const others = entry.legs.filter((leg) => leg.account !== accountId).map((leg) => accountOf(leg.account))
  const own = others.find((account) => account?.kind === 'asset' || account?.kind === 'liability')
  if (own) {
    const isOut = (entry.legs.find((leg) => leg.account === accountId)?.minor ?? 0) < 0
    return { title: isOut ? `To ${own.name}` : `From ${own.name}`, detail: memo }
  }
  if (memo) return { title: memo, detail: '' }
  return { title: entry.counterparty?.account ?? kindNames[entry.kind], detail: '' }
}

/** What kind of entry it is, in words. */
export const kindNames: Readonly<Record<PostedEntry['kind'], string>> = {
  opening: 'Opening balance',
  deposit: 'Deposit',
  withdrawal: 'Withdrawal',
  transfer: 'Transfer',
  fee: 'Fee',
  interest: 'Interest',
  fx: 'Currency exchange',
  reversal: 'Reversal',
  adjustment: 'Adjustment',
}

/** `eating-out` as people write it: `Eating out`. */
export function categoryName(category: string): string {
  const words = category.replaceAll(/[-_]+/g, ' ')
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}
