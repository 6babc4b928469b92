import fc from 'fast-check'
import type { Fold } from '../fold/Fold.ts'
import type { StockAction } from '../fold/stock.fixtures.ts'
import { anyStockAction, recordsOf } from '../fold/stock.fixtures.ts'
import type { LogRecord, PlacedRecord } from '../log/LogRecord.ts'
import { asOffset } from '../log/Offset.ts'
import { recordId } from '../log/RecordId.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import { voided, voidedIds } from './voided.ts'

/** Which records of a log count, straight from the rule: the newest void counts, and then each that none after it voids. */
export function countingIn<R extends LogRecord>(records: readonly R[]): readonly R[] {
  const out = new Set<string>()
  for (const record of records.toReversed())
    if (record.type === voided.type && !out.has(record.id)) for (const id of voidedIds(record)) out.add(id)
  return records.filter(({ id }) => !out.has(id))
}

/** State at the end of some records, without checkpoints or shortcuts. */
export const naiveState = (fold: Fold, records: readonly LogRecord[]): StateBySlice =>
  countingIn(records).reduce((state, record) => fold.step(state, record), fold.initial)

/** A record that others void, or a void of some of those before it. */
type Entry = { readonly action: StockAction } | { readonly voids: readonly number[] }

/** Most undo what was just done, or undone. */
const anyDistance = fc.oneof({ weight: 3, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.nat() })

const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  { weight: 3, arbitrary: anyStockAction.map((action) => ({ action })) },
  { weight: 1, arbitrary: fc.array(anyDistance, { minLength: 1, maxLength: 4 }).map((voids) => ({ voids })) },
)

/** A log in which anything before them is voided by voids: actions, voids, and what is voided already. */
export const anyUndoneLog = fc.array(anyEntry, { maxLength: 120 }).map((entries) => logOf(entries))

function logOf(entries: readonly Entry[]): readonly PlacedRecord[] {
  const idAt = (offset: number) => recordId('c', offset)
  return entries.map((entry, offset) => {
    if ('action' in entry) {
      const [record] = recordsOf([entry.action]) as [PlacedRecord]
      return { ...record, offset: asOffset(offset), id: idAt(offset), time: offset }
    }
    // Now and then one that nobody has, or itself.
    const ids = entry.voids.map((back) => idAt(offset - (back % (offset + 2))))
    return { offset: asOffset(offset), id: idAt(offset), type: voided.type, version: 1, payload: { ids }, time: offset }
  })
}
