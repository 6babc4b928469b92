import type { Dispatchable } from '../action/Action.ts'
import { messageOf, PlayheadError } from '../error/PlayheadError.ts'
import type { BranchStretch } from '../fold/branched.ts'
import type { LogRecord, PlacedRecord } from '../log/LogRecord.ts'
import type { ForkOptions } from './ForkOptions.ts'

/**
 * What a branch is made of: stretches of its parent's records, and new records between them.
 *
 * ```
 *   fork({ at: 5, without: [2], insert: { 3: [x] } })
 *
 *   parent      0  1  2  3     4  5
 *   branch      0  1     3  x  4  5
 *               shared   │  │  └──┴─ stretches
 * ```
 */
export interface ForkPlan {
  /** Newest record that both have at the same offset, as all before it; −1 where none. */
  readonly shared: number
  /** What stands behind the shared ones, in order. */
  readonly stretches: readonly Stretch[]
  /** How many records the branch has. */
  readonly length: number
}

/** The first of its records stands at offset `begin` of the branch. */
export type Stretch = BranchStretch & { readonly begin: number }

/** What a plan asks of the store. */
export interface ForkContext {
  /** Newest record of the parent that the branch takes. */
  readonly at: number
  recordAt(offset: number): PlacedRecord | undefined
  /** Makes the record of an action that comes in the place of `model`, or after it. */
  accept(action: Dispatchable, model: PlacedRecord | undefined, stands: 'instead' | 'after'): LogRecord
}

/**
 * Checks the changes that a branch begins with, and lays out its records. Costs what is changed,
 * however long the log is.
 *
 * @throws PlayheadError `timeline/bad-fork` with the offset and the reason
 */
export function planFork(options: ForkOptions, context: ForkContext): ForkPlan {
  const { at } = context
  const left = leftOut(options.without ?? [], at)
  const moved = movedTo(options.order ?? [], at)
  const instead = replacements(options, left, context)
  const behind = insertions(options, context)
  const placeOf = new Map([...moved].map(([place, offset]) => [offset, place]))
  const touched = new Set([...moved.keys(), ...[...behind.keys()].map((offset) => offset + 1)])
  for (const offset of [...left, ...instead.keys()]) touched.add(placeOf.get(offset) ?? offset)

  const places = [...touched].sort((a, b) => a - b)
  const first = places[0] ?? at + 1
  const layout = new Layout(first)
  let next = first
  for (const place of places) {
    layout.keep(next, place - next)
    next = place + 1
    layout.add(behind.get(place - 1) ?? [])
    const offset = moved.get(place) ?? place
    const replacement = instead.get(offset)
    if (replacement) layout.add([replacement])
    else if (place <= at && !left.has(offset)) layout.keep(offset, 1)
  }
  layout.keep(next, at + 1 - next)
  return { shared: first - 1, stretches: layout.stretches, length: layout.end }
}

class Layout {
  readonly stretches: Stretch[] = []
  end: number

  constructor(begin: number) {
    this.end = begin
  }

  keep(parent: number, length: number): void {
    if (length <= 0) return
    const last = this.stretches.at(-1)
    if (last?.kind === 'kept' && last.parent + last.length === parent) {
      this.stretches[this.stretches.length - 1] = { ...last, length: last.length + length }
    } else {
      this.stretches.push({ kind: 'kept', begin: this.end, length, parent })
    }
    this.end += length
  }

  add(records: readonly LogRecord[]): void {
    if (records.length === 0) return
    this.stretches.push({ kind: 'new', begin: this.end, length: records.length, records })
    this.end += records.length
  }
}

/** The parent's offset of a record of the branch; `undefined` for one that the parent has not got. */
export function parentOffsetIn({ shared, stretches }: ForkPlan, offset: number): number | undefined {
  if (!Number.isInteger(offset) || offset < 0) return undefined
  if (offset <= shared) return offset
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle] as Stretch).begin <= offset) low = middle + 1
    else high = middle
  }
  const stretch = stretches[low - 1]
  if (stretch?.kind !== 'kept' || offset >= stretch.begin + stretch.length) return undefined
  return stretch.parent + offset - stretch.begin
}

function leftOut(offsets: readonly number[], at: number): ReadonlySet<number> {
  const left = new Set<number>()
  for (const offset of offsets) {
    checkOffset(offset, 'without', 0, at)
    if (left.has(offset)) throw badFork(`\`without\` names offset ${offset} twice`)
    left.add(offset)
  }
  return left
}

/** Which record stands at which place, where it is another one than in the parent. */
function movedTo(order: readonly number[], at: number): ReadonlyMap<number, number> {
  const named = new Set<number>()
  for (const offset of order) {
    checkOffset(offset, 'order', 0, at)
    if (named.has(offset)) throw badFork(`\`order\` names offset ${offset} twice, and must be a permutation`)
    named.add(offset)
  }
  const moved = new Map<number, number>()
  for (const [i, place] of [...order].sort((a, b) => a - b).entries()) {
    const offset = order[i] as number
    if (offset !== place) moved.set(place, offset)
  }
  return moved
}

function replacements(
  { replace = {} }: ForkOptions,
  left: ReadonlySet<number>,
  { at, recordAt, accept }: ForkContext,
): ReadonlyMap<number, LogRecord> {
  const instead = new Map<number, LogRecord>()
  for (const [key, replacement] of Object.entries(replace)) {
    const offset = offsetOf(key, 'replace', 0, at)
    if (left.has(offset)) throw badFork(`record ${offset} is both left out and replaced`)
    const record = recordAt(offset) as PlacedRecord
    instead.set(
      offset,
      accepted(`the action in the place of record ${offset}`, () =>
        accept(typeof replacement === 'function' ? replacement(record) : replacement, record, 'instead'),
      ),
    )
  }
  return instead
}

function insertions(
  { insert = {} }: ForkOptions,
  { at, recordAt, accept }: ForkContext,
): ReadonlyMap<number, readonly LogRecord[]> {
  const behind = new Map<number, readonly LogRecord[]>()
  for (const [key, actions] of Object.entries(insert)) {
    const offset = offsetOf(key, 'insert', -1, at)
    // Before the first record is as late as the first.
    const model = recordAt(Math.max(0, offset))
    const records = actions.map((action, i) =>
      accepted(`action ${i} of those to insert after offset ${offset}`, () => accept(action, model, 'after')),
    )
    if (records.length > 0) behind.set(offset, records)
  }
  return behind
}

function accepted(what: string, accept: () => LogRecord): LogRecord {
  try {
    return accept()
  } catch (thrown) {
    throw badFork(`${what} is refused: ${messageOf(thrown)}`, thrown)
  }
}

function offsetOf(key: string, option: string, min: number, at: number): number {
  const offset = Number(key)
  checkOffset(offset, option, min, at, key)
  return offset
}

function checkOffset(offset: number, option: string, min: number, at: number, shown = String(offset)): void {
  if (Number.isInteger(offset) && offset >= min && offset <= at) return
  const range = at < min ? 'the branch has no records of the parent' : `the offsets there are ${min} … ${at}`
  throw badFork(`\`${option}\` names offset ${shown}, and ${range}`)
}

const badFork = (reason: string, cause?: unknown) =>
  new PlayheadError({
    code: 'timeline/bad-fork',
    cause,
    message: `Cannot fork: ${reason}. Offsets are the parent's, up to the branch's \`at\`. Nothing was made.`,
  })
