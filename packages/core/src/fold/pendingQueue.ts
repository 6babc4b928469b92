import type { LogRecord } from '../log/LogRecord.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'

/** A record that waits for its offset, and the state once it is folded. */
export interface Pending {
  readonly record: LogRecord
  readonly after: StateBySlice
}

/**
 * A queue as a value: adding and dropping give a new queue and leave this one as it was, in
 * constant time. All of one lineage share an array, of which each sees its own stretch:
 *
 * ```
 *   shared  [ a b c d e f ]
 *   before      └───┘            from 2, to 4
 *   after       └─────┘          e was added: to 5, the array is pushed
 * ```
 */
export interface PendingQueue {
  readonly shared: Pending[]
  readonly from: number
  readonly to: number
}

export const emptyQueue = (): PendingQueue => ({ shared: [], from: 0, to: 0 })

export const sizeOf = ({ from, to }: PendingQueue): number => to - from

export const firstOf = ({ shared, from, to }: PendingQueue): Pending | undefined =>
  from < to ? shared[from] : undefined

export const lastOf = ({ shared, from, to }: PendingQueue): Pending | undefined =>
  from < to ? shared[to - 1] : undefined

export const pendingOf = ({ shared, from, to }: PendingQueue): readonly Pending[] => shared.slice(from, to)

export function added(queue: PendingQueue, pending: Pending): PendingQueue {
  // Somebody else of this lineage has written behind our end already: from here on, an own array.
  const { shared, from, to } = queue.to === queue.shared.length ? queue : copied(queue)
  shared.push(pending)
  return { shared, from, to: to + 1 }
}

export function withoutFirst(queue: PendingQueue): PendingQueue {
  const rest = { ...queue, from: queue.from + 1 }
  if (sizeOf(rest) === 0) return emptyQueue()
  // What lies before is forgotten once it is most of the array: it holds a state each.
  return rest.from > FORGOTTEN_MIN && rest.from > sizeOf(rest) ? copied(rest) : rest
}

const copied = (queue: PendingQueue): PendingQueue => ({
  shared: queue.shared.slice(queue.from, queue.to),
  from: 0,
  to: sizeOf(queue),
})

/** Fewer are not worth the copy. */
const FORGOTTEN_MIN = 64
