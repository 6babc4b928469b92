import type { StandardIssue } from '@playhead/core'
import { decimalString } from '../money/index.ts'
import type { Leg } from './Entry.ts'

/**
 * What keeps legs from being an entry: fewer than two, a zero, an account twice, or a currency that does not sum
 * to zero. Amounts must be safe integers. Empty when they balance.
 */
export function balanceIssues(legs: readonly Leg[]): readonly StandardIssue[] {
  const issues: StandardIssue[] = []
  if (legs.length < 2) issues.push({ message: `expected at least 2 legs, found ${legs.length}`, path: ['legs'] })
  for (const [at, leg] of legs.entries()) {
    if (leg.minor === 0) issues.push({ message: 'moves nothing', path: ['legs', at, 'minor'] })
    if (firstAt(legs, (other) => other.account === leg.account) < at) {
      issues.push({ message: `account ${leg.account} has a leg already: add them up`, path: ['legs', at, 'account'] })
    }
    if (firstAt(legs, (other) => other.currency === leg.currency) === at) issues.push(...sumIssues(legs, leg.currency))
  }
  return issues
}

function sumIssues(legs: readonly Leg[], currency: string): readonly StandardIssue[] {
  let sum = 0
  for (const leg of legs) {
    if (leg.currency !== currency) continue
    sum += leg.minor
    if (!Number.isSafeInteger(sum))
      return [{ message: `${currency} amounts are too large to add up exactly`, path: ['legs'] }]
  }
  if (sum === 0) return []
  return [{ message: `${currency} legs sum to ${decimalString(sum, currency)} and not to 0`, path: ['legs'] }]
}

/** Entries have a handful of legs: looking through them beats a map. */
const firstAt = (legs: readonly Leg[], matches: (leg: Leg) => boolean): number => legs.findIndex(matches)
