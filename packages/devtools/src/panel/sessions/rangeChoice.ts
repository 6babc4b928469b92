/** Which records go into a file. */
export type RangeChoice =
  | { readonly kind: 'all' | 'loop' }
  | { readonly kind: 'last'; readonly count: number; readonly unit: 'records' | 'minutes' }

/** Offsets of the first and the last record. */
export interface ChosenRange {
  readonly from: number
  readonly to: number
}

/** What a choice comes to by offsets alone; minutes are asked of the log. */
export function rangeOf(
  choice: RangeChoice,
  log: { readonly head: number; readonly loop: ChosenRange | undefined },
): ChosenRange | undefined {
  const { head, loop } = log
  if (head < 0) return undefined
  switch (choice.kind) {
    case 'all':
      return { from: 0, to: head }
    case 'loop':
      // A loop may begin before the first record, and outlive a log that was replaced.
      return loop && loop.from <= head ? { from: Math.max(0, loop.from), to: Math.min(head, loop.to) } : undefined
    case 'last':
      return choice.unit === 'records' ? { from: Math.max(0, head - choice.count + 1), to: head } : undefined
  }
}
