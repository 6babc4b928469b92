import { PlayheadError, sessionText } from '@playhead/core'
import type { SessionPlan } from '../../protocol/sessions.ts'
import type { AgentStore } from '../store/AgentStore.ts'
import { stateInMemory } from '../values/rootOf.ts'
import { storedBytes } from '../values/storedBytes.ts'
import type { Steps } from '../work/inSlices.ts'
import type { ExportedRange } from './exported.ts'

/**
 * What a file of a range would hold. Its length is estimated by some of its records.
 *
 * @throws PlayheadError `session/bad-range`, `action/bad-redaction`
 */
export function* planSession(store: AgentStore, { from, to, redact }: ExportedRange): Steps<SessionPlan> {
  const { head, inspection } = store
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to < from || to > head)
    throw badRange(from, to, head)
  // Of no records: says whether there are such paths.
  if (redact) sessionText(store.store, { from: 0, to: -1, redact })
  const begin = inspection.reachOf(from, to)
  yield* store.knowing(begin, to)
  const { index } = store
  const counts = new Map<string, number>()
  for (let offset = begin; offset <= to; offset++) {
    if (offset % YIELD_EVERY === YIELD_EVERY - 1) yield
    const type = index.types.textOf(index.typeAt(offset)) ?? ''
    counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  const types = [...counts].sort(([, a], [, b]) => b - a).map(([type, records]) => ({ type, records }))
  return {
    from: begin,
    to,
    bytes: Math.round(recordBytes(store, begin, to) * (to - begin + 1)) + HEADER_BYTES + stateBytes(store, begin),
    checkpoint: begin > 0,
    types,
    redacted: redactionsOf(store, types, redact),
  }
}

function redactionsOf({ inspection }: AgentStore, types: SessionPlan['types'], asked: ExportedRange['redact']) {
  return types.flatMap(({ type }) => {
    const declared = inspection.redactionsOf(type)
    const more = Object.hasOwn(asked ?? {}, type) ? (asked?.[type] ?? []) : []
    return [
      ...declared.map((path) => ({ type, path, declared: true })),
      ...more.filter((path) => !declared.includes(path)).map((path) => ({ type, path, declared: false })),
    ]
  })
}

/** About how long the state before a range is, which the file then begins with. */
const stateBytes = (store: AgentStore, begin: number): number =>
  begin === 0 ? 0 : storedBytes(stateInMemory(store, begin - 1))

/** About how long a record's line is, by some of them all over the range. */
function recordBytes({ store }: AgentStore, from: number, to: number): number {
  const step = Math.max(1, Math.floor((to - from + 1) / SAMPLE_RECORDS))
  let [bytes, sampled] = [0, 0]
  for (let offset = from; offset <= to; offset += step) {
    const record = store.recordAt(offset)
    if (!record) continue
    bytes += storedBytes(record) + LINE_BYTES
    sampled++
  }
  return sampled === 0 ? 0 : bytes / sampled
}

const SAMPLE_RECORDS = 100
/** Of a line, beside the fields of its record. */
const LINE_BYTES = 2
/** Of the first line, beside a state. */
const HEADER_BYTES = 400
const YIELD_EVERY = 16_384

const badRange = (from: number, to: number, head: number) =>
  new PlayheadError({
    code: 'session/bad-range',
    message: `Cannot export records ${from} to ${to}: the log has records 0 to ${head}. Choose a range of them.`,
  })
