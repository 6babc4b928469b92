import { shapeOf } from '../preview/shapeOf.ts'

/**
 * A value as plain JSON can say it: dates as text, tables and maps as lists of pairs, sets and bytes
 * as lists, bigints as text. Getters are left out.
 *
 * @throws Error for a value that holds itself
 */
export function jsonOf(value: unknown, above: readonly object[] = []): unknown {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (above.includes(value)) throw new Error('it holds itself')
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  const shape = shapeOf(value)
  const within = [...above, value]
  const parts = shape.parts(0, shape.size).filter(({ accessor }) => !accessor)
  const items = () => parts.map((part) => jsonOf(part.value, within))
  if (shape.kind === 'array' || shape.kind === 'set' || shape.kind === 'bytes') return items()
  if (shape.kind === 'table' || shape.kind === 'map')
    return parts.map((part) => [jsonOf(part.keyValue ?? part.key, within), jsonOf(part.value, within)])
  return Object.fromEntries(parts.map((part) => [part.key, jsonOf(part.value, within)]))
}
