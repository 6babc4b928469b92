import type { ValueFound } from '../../protocol/values.ts'
import { IN_A_LINE, preview } from '../preview/preview.ts'
import type { Part } from '../preview/shapeOf.ts'
import { shapeOf } from '../preview/shapeOf.ts'
import type { Steps } from '../work/inSlices.ts'

export interface TextSearch {
  readonly text: string
  readonly foundMax: number
  found(found: ValueFound): void
  /** How many values were looked at. Written to. */
  readonly looked: { values: number }
}

/** Looks for a text, without case, in keys and values, in the order in which they are met. */
export function* findingText(root: unknown, search: TextSearch): Steps<void> {
  const text = search.text.toLowerCase()
  if (text === '') return
  let left = search.foundMax
  const hit = (path: ValueFound['path'], where: ValueFound['in'], value: unknown) => {
    left--
    search.found({ kind: 'found', path, in: where, value: preview(value, IN_A_LINE) })
  }

  function* within(value: unknown, path: ValueFound['path'], above: readonly object[]): Steps<void> {
    if (++search.looked.values % YIELD_EVERY === 0) yield
    if (typeof value !== 'object' || value === null || value instanceof Date || above.length > LEVELS_MAX) return
    if (above.includes(value)) return
    for (const part of partsOf(value)) {
      if (left <= 0) return
      const at = [...path, part.key]
      if (typeof part.key === 'string' && part.key.toLowerCase().includes(text)) hit(at, 'key', part.value)
      else if (!part.accessor && leafText(part.value).includes(text)) hit(at, 'value', part.value)
      if (!part.accessor) yield* within(part.value, at, [...above, value])
    }
  }

  if (leafText(root).includes(text)) hit([], 'value', root)
  yield* within(root, [], [])
}

/** What cannot be read has no parts, and bytes are no text. */
function* partsOf(value: object): Generator<Part, void, void> {
  try {
    const shape = shapeOf(value)
    if (shape.kind !== 'bytes') yield* shape.each()
  } catch {
    // Whatever was read before stays found.
  }
}

function leafText(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, LENGTH_MAX).toLowerCase()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value).toLowerCase()
  if (typeof value === 'bigint') return String(BigInt.asIntN(1_024, value))
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().toLowerCase()
  return ''
}

const LEVELS_MAX = 64
const LENGTH_MAX = 100_000
const YIELD_EVERY = 256
