import { kindOf } from '../codec/kindOf.ts'
import { isInt } from './ints.ts'

/** How the values of a column are written: its first byte. */
export const UNDEFINED = 0
export const NULL = 1
export const BOOLEAN = 2
export const NUMBER = 3
export const TEXT = 4
/** Milliseconds since 1970. An invalid date is OTHER. */
export const DATE = 5
/** Plain objects, by shape: a column for each field. */
export const OBJECT = 6
/** Lengths, and one column of all items. */
export const ARRAY = 7
/** As the codec writes it, as text. */
export const OTHER = 8
/** Values of several kinds: which, for each value, and a column for each kind. */
export const MIXED = 9
/** Plain objects that are used as maps: lengths, one column of all keys, one of all values. */
export const ENTRIES = 10

/** Which of the kinds up to OTHER a value is. */
export function kindOfValue(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return TEXT
    case 'number':
      return NUMBER
    case 'boolean':
      return BOOLEAN
    case 'undefined':
      return UNDEFINED
    case 'object':
      return value === null ? NULL : kindOfObject(value)
    default:
      return OTHER
  }
}

function kindOfObject(value: object): number {
  switch (kindOf(value)) {
    case 'object':
      return OBJECT
    case 'array':
      return ARRAY
    case 'date':
      return isInt((value as Date).getTime()) ? DATE : OTHER
    default:
      return OTHER
  }
}
