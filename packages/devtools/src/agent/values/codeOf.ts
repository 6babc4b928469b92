import { PlayheadError, stringify } from '@playhead/core'
import type { Part } from '../preview/shapeOf.ts'
import { classNameOf, shapeOf } from '../preview/shapeOf.ts'

/**
 * A JavaScript expression that makes the value: `{ at: new Date('2024-03-01T00:00:00.000Z') }`.
 *
 * @throws PlayheadError `devtools/no-code` for what no expression makes: functions, instances, a value that holds itself
 */
export const codeOf = (value: unknown): string => expression(value, '', [])

function expression(value: unknown, indent: string, above: readonly object[]): string {
  switch (typeof value) {
    case 'string':
      return quoted(value)
    case 'bigint':
      return `${value}n`
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value)
    case 'boolean':
    case 'undefined':
      return String(value)
    case 'object':
      return value === null ? 'null' : objectExpression(value, indent, above)
    default:
      throw noCode(typeof value)
  }
}

function objectExpression(value: object, indent: string, above: readonly object[]): string {
  if (above.includes(value)) throw noCode('a value that holds itself')
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'new Date(Number.NaN)' : `new Date(${quoted(value.toISOString())})`
  const shape = shapeOf(value)
  const parts = shape.parts(0, shape.size)
  const deeper = `${indent}  `
  const inside = (part: unknown) => expression(part, deeper, [...above, value])
  const pair = (part: Part) => `[${inside(part.keyValue ?? part.key)}, ${inside(part.value)}]`
  switch (shape.kind) {
    case 'array':
      return list(
        '[',
        parts.map((part) => inside(part.value)),
        ']',
        indent,
      )
    case 'set':
      return `new Set(${list(
        '[',
        parts.map((part) => inside(part.value)),
        ']',
        indent,
      )})`
    case 'map':
      return `new Map(${list('[', parts.map(pair), ']', indent)})`
    case 'table':
      // Rows are put into a table by reducers alone: there is no literal of one.
      return `parse(${quoted(stringify(value))})`
    case 'bytes':
      return bytesExpression(value, parts)
    case 'object':
      if (parts.some(({ accessor }) => accessor)) throw noCode('an object with getters')
      return list(
        '{',
        parts.map((part) => `${keyText(part.key)}: ${inside(part.value)}`),
        '}',
        indent,
      )
    default:
      throw noCode(`an instance of ${shape.label}`)
  }
}

function bytesExpression(value: object, parts: readonly Part[]): string {
  const bytes = `new Uint8Array([${parts.map((part) => String(part.value)).join(', ')}])`
  const name = classNameOf(value)
  if (name === 'Uint8Array') return bytes
  return name === 'ArrayBuffer' ? `${bytes}.buffer` : `new ${name}(${bytes}.buffer)`
}

function list(open: string, items: readonly string[], close: string, indent: string): string {
  if (items.length === 0) return `${open}${close}`
  const space = open === '{' ? ' ' : ''
  const line = `${open}${space}${items.join(', ')}${space}${close}`
  if (line.length <= LINE_MAX && !line.includes('\n')) return line
  return `${open}\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}${close}`
}

const LINE_MAX = 80

/** `__proto__: x` would set the prototype. */
const keyText = (key: string | number): string =>
  key === '__proto__'
    ? "['__proto__']"
    : typeof key === 'string' && /^[A-Za-z_$][\w$]*$/.test(key)
      ? key
      : quoted(String(key))

const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'").replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`

const noCode = (what: string) =>
  new PlayheadError({
    code: 'devtools/no-code',
    message: `No expression makes ${what}. Copy a part of it, or choose another form.`,
  })
