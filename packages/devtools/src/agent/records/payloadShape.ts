import type { StandardSchema } from '@playhead/core'
import { stringify } from '@playhead/core'
import type { PayloadShape } from '../../protocol/PayloadShape.ts'
import { BLOCK_RECORDS } from '../index/RecordIndex.ts'
import type { AgentStore } from '../store/AgentStore.ts'
import type { Steps } from '../work/inSlices.ts'

/** What payloads of a type look like: its schema, and the newest that were seen. */
export function* payloadShape(store: AgentStore, type: string): Steps<PayloadShape> {
  const seen: string[] = []
  let [records, characters] = [0, 0]
  for (let block = Math.floor(store.head / BLOCK_RECORDS); block >= 0; block--) {
    yield* store.filling(block)
    const { index } = store
    const wanted = index.types.numberOf(type)
    const first = block * BLOCK_RECORDS
    for (let offset = Math.min(first + BLOCK_RECORDS - 1, store.head); offset >= first; offset--) {
      if (wanted === undefined || index.typeAt(offset) !== wanted) continue
      records++
      if (seen.length === SEEN_MAX || characters >= CHARACTERS_MAX) continue
      const text = payloadText(store, offset)
      if (text === undefined || characters + text.length > CHARACTERS_MAX) continue
      characters += text.length
      seen.push(text)
    }
    yield
  }
  return { schema: jsonSchemaOf(store.inspection.schemaOf(type)), seen, records }
}

const SEEN_MAX = 50
const CHARACTERS_MAX = 100_000

function payloadText({ store }: AgentStore, offset: number): string | undefined {
  const record = store.recordAt(offset)
  if (!record || record.payload === undefined) return undefined
  try {
    return stringify(record.payload)
  } catch {
    // A log of one's own may hold what no codec knows.
    return undefined
  }
}

/** https://standardschema.dev/json-schema */
interface WithJsonSchema {
  readonly jsonSchema?: {
    readonly input?: (options: { readonly target: string }) => unknown
  }
}

function jsonSchemaOf(schema: StandardSchema | undefined): string | undefined {
  if (!schema) return undefined
  const { jsonSchema } = schema['~standard'] as WithJsonSchema
  try {
    const written = jsonSchema?.input?.({ target: 'draft-2020-12' })
    return written === undefined ? undefined : JSON.stringify(written)
  } catch {
    // Not every schema can be written as JSON Schema: the form is then made of what was seen.
    return undefined
  }
}
