import { isPlainObject } from '../data/isPlainObject.ts'
import { isTable } from '../table/isTable.ts'
import { noteField } from '../table/readTracker.ts'

/** A slice, and what a selector gets of it. */
export interface GivenSlice {
  readonly state: unknown
  /** The slice itself where there are no fields to be noted. */
  readonly given: unknown
}

/** Hands a slice to selectors through a proxy that notes the fields that are read. */
export const givenSlice = (state: unknown): GivenSlice =>
  typeof state !== 'object' || state === null || isTable(state) || !isPlainObject(state)
    ? { state, given: state }
    : { state, given: new Proxy(state, NOTES) }

/** Whether a selector gets a proxy of it. */
export const isProxied = (slice: GivenSlice | undefined): slice is GivenSlice =>
  slice !== undefined && slice.given !== slice.state

/** Noted in place of a field when all of them were asked for. */
export const WHOLE = Symbol('playhead.whole')

const NOTES: ProxyHandler<object> = {
  get(slice, key) {
    const value = (slice as Record<PropertyKey, unknown>)[key]
    noteField(slice, key, value)
    return value
  },
  has(slice, key) {
    noteField(slice, WHOLE, undefined)
    return key in slice
  },
  getOwnPropertyDescriptor(slice, key) {
    noteField(slice, WHOLE, undefined)
    return Reflect.getOwnPropertyDescriptor(slice, key)
  },
  ownKeys(slice) {
    noteField(slice, WHOLE, undefined)
    return Reflect.ownKeys(slice)
  },
}
