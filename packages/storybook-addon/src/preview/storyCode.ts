import type { PlacedRecord } from '@playhead/core'
import type { Kept } from './StoryStore.ts'

/** The record that undoes others names them by their ids. */
const VOIDED = 'playhead/voided'

/**
 * A story in CSF that begins where another one is now: its records as actions, parked at the same place. What `play`
 * did is in its records, so it plays nothing.
 *
 * What JSON does not know (dates, maps) is written as the constructors that make it.
 */
export function storyCode(
  { records, at }: Kept,
  { from, name }: { readonly from: string; readonly name: string },
): string {
  const places = new Map(records.map(({ id }, place) => [id as string, place]))
  const lines = records.map((record) => `        ${actionCode(record, places)},\n`).join('')
  return `export const ${name} = {
  ...${from},
  name: ${JSON.stringify(spaced(name))},
  play: undefined,
  parameters: {
    ...${from}.parameters,
    playhead: {
      ...${from}.parameters?.playhead,
      at: ${valueCode(at)},
      records: [
${lines}      ],
    },
  },
}
`
}

function actionCode({ type, payload, rest }: PlacedRecord, places: ReadonlyMap<string, number>): string {
  const fields = [`type: ${valueCode(type)}`]
  if (payload !== undefined) fields.push(`payload: ${valueCode(type === VOIDED ? renamed(payload, places) : payload)}`)
  for (const [key, value] of Object.entries(rest ?? {})) fields.push(`${keyCode(key)}: ${valueCode(value)}`)
  return `{ ${fields.join(', ')} }`
}

/** The records of a story are called by their places: `story.3`. */
function renamed(payload: unknown, places: ReadonlyMap<string, number>): unknown {
  const { ids } = payload as { readonly ids: readonly string[] }
  return { ...(payload as object), ids: ids.map((id) => (places.has(id) ? `story.${places.get(id)}` : id)) }
}

/** A stored value as an expression. */
export function valueCode(value: unknown): string {
  if (value === undefined) return 'undefined'
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  if (typeof value === 'string')
    return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.map(valueCode).join(', ')}]`
  if (value instanceof Date) return `new Date(${value.getTime()})`
  if (value instanceof Map) return `new Map(${valueCode([...value])})`
  if (value instanceof Set) return `new Set(${valueCode([...value])})`
  if (value instanceof ArrayBuffer) return `${valueCode(new Uint8Array(value))}.buffer`
  if (value instanceof DataView)
    return `new DataView(${valueCode(value.buffer)}, ${value.byteOffset}, ${value.byteLength})`
  if (ArrayBuffer.isView(value)) return `new ${value.constructor.name}(${valueCode([...(value as Uint8Array)])})`
  const entries = Object.entries(value)
  if (entries.length === 0) return '{}'
  return `{ ${entries.map(([key, each]) => `${keyCode(key)}: ${valueCode(each)}`).join(', ')} }`
}

const keyCode = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : valueCode(key))

const spaced = (name: string): string => name.replaceAll(/([a-z])([A-Z0-9])/g, '$1 $2')
