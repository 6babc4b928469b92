import { preview } from './preview.ts'
import type { Part, Shape } from './shapeOf.ts'
import { shapeOf } from './shapeOf.ts'
import { beginningOf, visibleText } from './visibleText.ts'

/** A value in a line: `{ id: "a1", minor: 500 }`. Bounded in what it reads and in its length. Never throws. */
export function summaryOf(value: unknown): string {
  const summary = value === undefined ? '' : textOf(value, 2, [])
  return summary.length > SUMMARY_MAX ? `${beginningOf(summary, SUMMARY_MAX - 1)}…` : summary
}

/** Characters of a summary. */
const SUMMARY_MAX = 160
const TEXT_MAX = 60
const PARTS_SHOWN = 6

function textOf(value: unknown, depth: number, above: readonly object[]): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object' || value === null) return leafText(value)
  if (above.includes(value)) return '…'
  try {
    if (value instanceof Date) return leafText(value)
    return shapeText(shapeOf(value), depth, [...above, value])
  } catch {
    return leafText(value)
  }
}

function shapeText(shape: Shape, depth: number, above: readonly object[]): string {
  const { kind, size } = shape
  const isList = kind === 'array' || kind === 'set'
  const label = kind === 'object' || kind === 'array' ? '' : `${shape.label} `
  if (kind === 'table' || kind === 'bytes' || kind === 'error' || (depth === 0 && size > 0)) return shape.label
  if (size === 0) return `${label}${isList ? '[]' : '{}'}`
  const parts = shape.parts(0, PARTS_SHOWN).map((part) => partText(part, isList, depth - 1, above))
  if (size > parts.length) parts.push('…')
  return isList ? `${label}[${parts.join(', ')}]` : `${label}{ ${parts.join(', ')} }`
}

function partText(part: Part, isList: boolean, depth: number, above: readonly object[]): string {
  const text = part.accessor ? '…' : textOf(part.value, depth, above)
  return isList ? text : `${visibleText(beginningOf(String(part.key), TEXT_MAX))}: ${text}`
}

function quoted(text: string): string {
  const beginning = visibleText(beginningOf(text, TEXT_MAX)).replaceAll(/\s+/g, ' ')
  return text.length > TEXT_MAX ? `"${beginning}…"` : `"${beginning}"`
}

function leafText(value: unknown): string {
  const shown = preview(value, { depth: 0, entries: 0, text: TEXT_MAX })
  return 'text' in shown ? shown.text : shown.label
}
