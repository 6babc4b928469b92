import { topic } from '@playhead/core'
import type { RecordFilter } from '../../../protocol/rows.ts'
import { printPath, readPath } from './pathText.ts'

/** Something in the text that is no filter, where it is, and why. */
export interface FilterProblem {
  readonly from: number
  readonly to: number
  readonly message: string
}

export interface ReadFilter {
  readonly filter: RecordFilter
  readonly problems: readonly FilterProblem[]
}

/**
 * Reads a filter as somebody writes it: `type:transferred path:ledger.accounts is:failed "to Anna"`. Words without a
 * prefix are text in the payload. A value in quotes may have blanks and colons; `\"` and `\\` stand for themselves
 * in it. A prefix without a value says nothing yet.
 */
export function parseFilter(text: string): ReadFilter {
  const reader = new FilterReader()
  for (const token of tokensOf(text)) reader.take(token)
  return reader.read()
}

/** The text that `parseFilter` reads as this filter. `hidden` is not written: it is arranged, not searched. */
export function printFilter(filter: RecordFilter): string {
  return [
    ...FILTER_KEYS.map((key) => printCondition(filter, key)),
    filter.payload === undefined ? undefined : printWords(filter.payload),
  ]
    .filter((part) => part !== undefined)
    .join(' ')
}

/** Conditions that have a prefix, in the order in which they are written. */
export const FILTER_KEYS = ['type', 'topic', 'effect', 'causedBy', 'origin', 'path', 'failedOnly'] as const
export type FilterKey = (typeof FILTER_KEYS)[number]

export const PREFIXES = {
  type: 'type:',
  topic: 'topic:',
  effect: 'effect:',
  causedBy: 'cause:',
  origin: 'origin:',
  path: 'path:',
  failedOnly: 'is:',
} as const satisfies Record<FilterKey, string>

/** One condition as it is written; `undefined` where the filter has none. */
export function printCondition(filter: RecordFilter, key: FilterKey): string | undefined {
  if (key === 'failedOnly') return filter.failedOnly ? 'is:failed' : undefined
  if (key === 'path') return filter.path && `${PREFIXES.path}${printPath(filter.path)}`
  const value = filter[key]
  return value === undefined || value === '' ? undefined : `${PREFIXES[key]}${quoted(value)}`
}

/** A word of the text: `prefix:value`, or a value alone. */
export interface FilterToken {
  readonly from: number
  readonly to: number
  /** With its colon, as it was written. */
  readonly prefix: string | undefined
  readonly value: string
  readonly isClosed: boolean
}

export function tokensOf(text: string): readonly FilterToken[] {
  const tokens: FilterToken[] = []
  let at = 0
  while (at < text.length) {
    if (isBlank(text[at])) at++
    else {
      const token = tokenAt(text, at)
      tokens.push(token)
      at = token.to
    }
  }
  return tokens
}

function tokenAt(text: string, from: number): FilterToken {
  const prefix = /^[\p{L}][\p{L}\d_-]*:/u.exec(text.slice(from, from + PREFIX_LENGTH_MAX))?.[0]
  const begin = from + (prefix?.length ?? 0)
  if (prefix?.toLowerCase() === PREFIXES.path) return { from, prefix, ...pathAt(text, begin) }
  const quote = text[begin] === '"' ? quoteAt(text, begin) : { value: '', to: begin, isClosed: true }
  let { to } = quote
  while (to < text.length && !isBlank(text[to])) to++
  return { from, to, prefix, value: quote.value + text.slice(quote.to, to), isClosed: quote.isClosed }
}

/** Text in quotes: `\"` and `\\` stand for themselves. */
function quoteAt(
  text: string,
  from: number,
): { readonly value: string; readonly to: number; readonly isClosed: boolean } {
  let value = ''
  let to = from + 1
  while (to < text.length && text[to] !== '"') {
    if (text[to] === '\\' && to + 1 < text.length) to++
    value += text[to++]
  }
  return { value, to: Math.min(text.length, to + 1), isClosed: to < text.length }
}

/** A path goes on over blanks in keys that are in quotes: `ledger["DE 12"].minor`. */
function pathAt(
  text: string,
  from: number,
): { readonly value: string; readonly to: number; readonly isClosed: boolean } {
  let to = from
  let isClosed = true
  while (to < text.length && isClosed && !isBlank(text[to])) {
    if (text[to] === '"') ({ to, isClosed } = quoteAt(text, to))
    else to++
  }
  return { value: text.slice(from, to), to, isClosed }
}

class FilterReader {
  readonly #filter: { -readonly [Key in keyof RecordFilter]: RecordFilter[Key] } = {}
  readonly #words: string[] = []
  readonly #problems: FilterProblem[] = []

  take(token: FilterToken): void {
    const { prefix, value } = token
    if (!token.isClosed) this.#refuse(token, 'A quote is open. Close it with ".')
    else if (prefix === undefined) this.#words.push(value)
    else this.#condition(token, prefix, value)
  }

  read(): ReadFilter {
    const payload = this.#words.join(' ')
    return { filter: { ...this.#filter, ...(payload !== '' && { payload }) }, problems: this.#problems }
  }

  #condition(token: FilterToken, prefix: string, value: string): void {
    const key = FILTER_KEYS.find((each) => PREFIXES[each] === prefix.toLowerCase())
    if (!key) {
      const words = `"${prefix}${value}"`
      this.#refuse(token, `There is no filter ${prefix} Put ${words} in quotes to search for it in payloads.`)
    } else if (value === '') return
    else if (this.#filter[key] !== undefined) {
      this.#refuse(token, `${prefix} is there twice, and a record has to meet all conditions. Leave one of them.`)
    } else if (key === 'failedOnly') this.#is(token, value)
    else if (key === 'topic') this.#topic(token, value)
    else if (key === 'path') this.#path(token, value)
    else this.#filter[key] = value
  }

  #is(token: FilterToken, value: string): void {
    if (value.toLowerCase() === 'failed') this.#filter.failedOnly = true
    else this.#refuse(token, `is:${value} is not known. is:failed finds records that a reducer could not fold.`)
  }

  #topic(token: FilterToken, value: string): void {
    const half = value.split('.').find((word) => /[*#]/.test(word) && word.length > 1)
    try {
      topic(value)
    } catch (thrown) {
      this.#refuse(token, thrown instanceof Error ? thrown.message : String(thrown))
      return
    }
    if (half === undefined) this.#filter.topic = value
    else
      this.#refuse(
        token,
        `"${half}" is no wildcard: * and # stand for whole words. Write bank.*.opened, bank.# or type:${half.replaceAll(/[*#]/g, '')}`,
      )
  }

  #path(token: FilterToken, value: string): void {
    const path = readPath(value)
    if (typeof path === 'string') this.#refuse(token, path)
    else this.#filter.path = path
  }

  #refuse({ from, to }: FilterToken, message: string): void {
    this.#problems.push({ from, to, message })
  }
}

/** Text of a payload, so that it reads as that text: bare where nothing in it has another meaning. */
function printWords(text: string): string | undefined {
  if (text === '') return undefined
  const isBare = text
    .split(' ')
    .every((word) => word !== '' && !/["\s]/.test(word) && !/^[\p{L}][\p{L}\d_-]*:/u.test(word))
  return isBare ? text : quoted(text, true)
}

const quoted = (value: string, always = false): string =>
  always || /["\s]/.test(value) ? `"${value.replaceAll(/["\\]/g, '\\$&')}"` : value

const isBlank = (char: string | undefined) => char !== undefined && /\s/.test(char)

const PREFIX_LENGTH_MAX = 40
