import type { Preview, PreviewEntry } from '../../protocol/Preview.ts'
import type { Part, Shape } from './shapeOf.ts'
import { isForeign, shapeOf } from './shapeOf.ts'
import { beginningOf, visibleText } from './visibleText.ts'

/** How much of a value is shown. */
export interface PreviewBounds {
  /** Levels of parts below the value. */
  readonly depth: number
  /** Parts of the value itself. */
  readonly entries: number
  /** Characters of a text. */
  readonly text: number
}

/** A value that somebody looks at: its first parts, and what a line of each shows. */
export const LOOKED_AT: PreviewBounds = { depth: 2, entries: 100, text: 10_000 }
/** A value in a line of its own: a part, a change. */
export const IN_A_LINE: PreviewBounds = { depth: 1, entries: 8, text: 500 }

/**
 * Shows a value safely: bounded, without running getters, with nothing of the app's in it.
 * Never throws.
 */
export function preview(value: unknown, bounds: PreviewBounds = LOOKED_AT, above: readonly object[] = []): Preview {
  switch (typeof value) {
    case 'string':
      return textPreview(value, bounds.text)
    case 'number':
      return { kind: 'number', text: Object.is(value, -0) ? '-0' : String(value) }
    case 'bigint':
      return { kind: 'bigint', text: bigintText(value) }
    case 'boolean':
      return { kind: 'boolean', text: String(value) }
    case 'undefined':
      return { kind: 'undefined', text: 'undefined' }
    case 'symbol':
      return { kind: 'symbol', text: visibleText(beginningOf(String(value), LABEL_MAX)) }
    case 'function':
      return { kind: 'function', text: functionText(value) }
    default:
      return value === null ? { kind: 'null', text: 'null' } : objectPreview(value as object, bounds, above)
  }
}

/** Parts of a value from one place to another, `to` not included. Never throws. */
export function previewParts(value: unknown, from: number, to: number): readonly PreviewEntry[] {
  if (typeof value !== 'object' || value === null) return []
  try {
    const window = Math.min(to, from + PARTS_MAX)
    return shapeOf(value)
      .parts(Math.max(0, from), window)
      .map((part) => entryOf(part, IN_A_LINE, [value]))
  } catch {
    return []
  }
}

/** Parts that are given at once. */
const PARTS_MAX = 1_000
/** Characters of a label or a key. */
const LABEL_MAX = 200

function objectPreview(value: object, bounds: PreviewBounds, above: readonly object[]): Preview {
  if (above.includes(value)) return { kind: 'unreadable', text: 'holds itself' }
  try {
    const date = dateText(value)
    if (date !== undefined) return { kind: 'date', text: date }
    const shape = shapeOf(value)
    return {
      kind: shape.kind,
      label: visibleText(beginningOf(shape.label, LABEL_MAX)),
      size: shape.size,
      entries: entriesOf(shape, bounds, [...above, value]),
    }
  } catch (thrown) {
    return { kind: 'unreadable', text: visibleText(beginningOf(`throws ${thrownText(thrown)}`, LABEL_MAX)) }
  }
}

function entriesOf(shape: Shape, bounds: PreviewBounds, above: readonly object[]): readonly PreviewEntry[] {
  if (bounds.depth === 0) return []
  return shape.parts(0, bounds.entries).map((part) => entryOf(part, IN_A_LINE, above, bounds.depth - 1))
}

function entryOf(part: Part, bounds: PreviewBounds, above: readonly object[], depth = bounds.depth): PreviewEntry {
  const { key } = part
  const label = part.keyValue === undefined ? String(key) : keyLabel(part.keyValue)
  return {
    key,
    label: visibleText(beginningOf(label, LABEL_MAX)),
    value: part.accessor
      ? { kind: 'unreadable', text: 'computed when it is read' }
      : preview(part.value, { ...bounds, depth }, above),
  }
}

/** The key of a map as text: that of an object is what it is, and not what is in it. */
function keyLabel(key: unknown): string {
  const shown = preview(key, { depth: 0, entries: 0, text: LABEL_MAX })
  return 'text' in shown ? shown.text : shown.label
}

function textPreview(text: string, lengthMax: number): Preview {
  const beginning = beginningOf(text, lengthMax)
  return { kind: 'string', text: visibleText(beginning), more: text.length - beginning.length }
}

const getTime = Date.prototype.getTime
const toISOString = Date.prototype.toISOString

/** Dates of another window are no instances of this one's class: the platform's own method tells them. */
function dateText(value: object): string | undefined {
  if (!(value instanceof Date) && !isForeign(value)) return undefined
  let time: number
  try {
    time = getTime.call(value as Date)
  } catch {
    return undefined
  }
  return Number.isNaN(time) ? 'Invalid Date' : toISOString.call(value as Date)
}

/** A bigint of a million digits takes seconds to write. */
function bigintText(value: bigint): string {
  const isShort = value < BIGINT_SHORT && value > -BIGINT_SHORT
  return isShort ? String(value) : `${value < 0n ? '-' : ''}0x… (more than 1,000 bits)`
}

const BIGINT_SHORT = 1n << 1_000n

function functionText(value: object): string {
  try {
    const name: unknown = Object.getOwnPropertyDescriptor(value, 'name')?.value
    return typeof name === 'string' && name !== '' ? `${visibleText(beginningOf(name, LABEL_MAX))}()` : 'function'
  } catch {
    return 'function'
  }
}

/** What was thrown may be anything, and may throw when it is read. */
function thrownText(thrown: unknown): string {
  try {
    return thrown instanceof Error ? thrown.message : String(thrown)
  } catch {
    return 'something that cannot be read'
  }
}
