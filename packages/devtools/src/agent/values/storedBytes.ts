import { shapeOf } from '../preview/shapeOf.ts'

/** About how many characters a value takes as it is stored: of large collections, by some of their parts. */
export function storedBytes(value: unknown, depth = 0): number {
  if (typeof value === 'string') return value.length + 2
  if (typeof value !== 'object' || value === null) return String(value).length
  if (depth > LEVELS_MAX) return 0
  if (value instanceof Date) return DATE_CHARACTERS
  const shape = shapeOf(value)
  if (shape.kind === 'bytes') return Math.ceil(shape.size * BASE64) + TAG_CHARACTERS
  const parts = shape.parts(0, SAMPLE_PARTS)
  const isList = shape.kind === 'array' || shape.kind === 'set'
  let characters = 0
  for (const { key, value: part } of parts) {
    characters += storedBytes(part, depth + 1) + 1 + (isList ? 0 : String(key).length + 3)
  }
  const perPart = parts.length === 0 ? 0 : characters / parts.length
  return Math.round(perPart * shape.size) + 2
}

const SAMPLE_PARTS = 64
const LEVELS_MAX = 32
const DATE_CHARACTERS = 24
const BASE64 = 4 / 3
const TAG_CHARACTERS = 12
