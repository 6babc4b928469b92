import type { LogRecord } from '@playhead/core'
import { topic } from '@playhead/core'
import type { RecordFilter } from '../../protocol/rows.ts'
import type { AgentStore } from '../store/AgentStore.ts'
import { holdsText } from './holdsText.ts'

/** Tells which records a list shows. What the index knows is asked first. */
export interface RecordTest {
  /** By what the index knows. False: it is not shown, whatever its payload. */
  byIndex(offset: number): boolean
  /** By the record itself; absent where the index says it all. */
  readonly byRecord: ((record: LogRecord) => boolean) | undefined
  /** Types that are noise are as if they were not there. */
  isHidden(offset: number): boolean
}

/** @throws PlayheadError `topic/bad-pattern`, `topic/too-many-hashes` */
export function recordTest(store: AgentStore, filter: RecordFilter): RecordTest {
  const { index, inspection } = store
  const words = (filter.type ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const hidden = new Set(filter.hidden)
  const pattern = filter.topic === undefined || filter.topic === '' ? undefined : topic(filter.topic)
  const payload = filter.payload === undefined || filter.payload === '' ? undefined : filter.payload.toLowerCase()

  const isHidden = remembered((type) => hidden.has(nameOf(type)))
  const fitsType = remembered((type) => {
    const name = nameOf(type)
    const lower = name.toLowerCase()
    if (hidden.has(name) || !words.every((word) => lower.includes(word))) return false
    if (!pattern || inspection.hasOwnTopics(name)) return true
    return pattern.matches(inspection.topicOf({ type: name, payload: undefined }) ?? '')
  })
  const fitsEffect = remembered((effect) => index.effects.textOf(effect) === filter.effect)
  const fitsOrigin = remembered((client) => index.clients.textOf(client)?.startsWith(filter.origin ?? '') ?? false)
  const nameOf = (type: number): string => index.types.textOf(type) ?? ''

  const tests: ((record: LogRecord) => boolean)[] = []
  if (payload !== undefined) tests.push((record) => holdsText(record.payload, payload))
  if (pattern) {
    tests.push((record) => {
      if (!inspection.hasOwnTopics(record.type)) return true
      const own = inspection.topicOf(record)
      return own !== undefined && pattern.matches(own)
    })
  }
  return {
    byIndex(offset) {
      if (!fitsType(index.typeAt(offset))) return false
      if (filter.effect !== undefined && !fitsEffect(index.effectAt(offset))) return false
      if (filter.origin !== undefined && !fitsOrigin(index.clientAt(offset))) return false
      if (filter.causedBy !== undefined && index.causeAt(offset) !== filter.causedBy) return false
      return !filter.failedOnly || index.isFailed(offset)
    },
    byRecord: tests.length === 0 ? undefined : (record) => tests.every((test) => test(record)),
    isHidden: (offset) => isHidden(index.typeAt(offset)),
  }
}

/** Answers about a number once: there are few of them, and a million records. */
function remembered(answer: (number: number) => boolean): (number: number) => boolean {
  const known: (boolean | undefined)[] = []
  return (number) => {
    known[number] ??= answer(number)
    return known[number] as boolean
  }
}
