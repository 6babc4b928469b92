import type { FilterKey } from './filterText.ts'
import { FILTER_KEYS, PREFIXES, tokensOf } from './filterText.ts'

/** Something that can be put in the place of the word at the caret. */
export interface Suggestion {
  readonly text: string
  /** What it is, or how often it is there. */
  readonly hint: string
  /** More is to be written behind it: a prefix, a part of a path. */
  readonly isPart: boolean
}

/** What filters can be of, as far as it is known. */
export interface FilterValues {
  readonly types: readonly { readonly value: string; readonly hint: string }[]
  readonly effects: readonly { readonly value: string; readonly hint: string }[]
  readonly origins: readonly { readonly value: string; readonly hint: string }[]
  /** Paths under what is written so far. */
  readonly paths: readonly { readonly value: string; readonly hint: string }[]
}

const HINTS = {
  type: 'words in the type',
  topic: 'a pattern: bank.*.opened, bank.#',
  effect: 'what an effect sent',
  causedBy: 'what a record led to, by its id',
  origin: 'who recorded it',
  path: 'what changed a value',
  failedOnly: 'records that failed',
} as const satisfies Record<FilterKey, string>

/** What fits the word at the caret; prefixes before a word is begun. */
export function suggest(text: string, caret: number, values: FilterValues): readonly Suggestion[] {
  const token = tokensOf(text).find(({ from, to }) => from < caret && caret <= to)
  const written = token ? text.slice(token.from, caret) : ''
  const key = FILTER_KEYS.find((each) => written.toLowerCase().startsWith(PREFIXES[each]))
  if (!key) return prefixesFor(written.toLowerCase())
  const value = written.slice(PREFIXES[key].length).replace(/^"/, '').toLowerCase()
  if (key === 'failedOnly')
    return [{ text: 'is:failed', hint: HINTS.failedOnly, isPart: false }].filter(({ text: each }) =>
      each.startsWith(written.toLowerCase()),
    )
  return knownFor(key, values)
    .filter((each) => each.value.toLowerCase().includes(value))
    .sort((a, b) => startOf(a.value, value) - startOf(b.value, value))
    .slice(0, SUGGESTIONS_MAX)
    .map((each) => ({
      text: PREFIXES[key] + (key === 'path' ? each.value : quotedIfNeeded(each.value)),
      hint: each.hint,
      isPart: false,
    }))
}

/** The text with a suggestion in the place of the word at the caret, and where the caret goes. */
export function accept(
  text: string,
  caret: number,
  { text: word, isPart }: Suggestion,
): { text: string; caret: number } {
  const token = tokensOf(text).find(({ from, to }) => from < caret && caret <= to)
  const before = text.slice(0, token?.from ?? caret)
  const after = text.slice(token?.to ?? caret)
  const written = isPart || after.startsWith(' ') ? word : `${word} `
  return { text: before + written + after, caret: before.length + written.length }
}

function prefixesFor(written: string): readonly Suggestion[] {
  return FILTER_KEYS.filter((key) => PREFIXES[key].startsWith(written)).map((key) =>
    key === 'failedOnly'
      ? { text: 'is:failed', hint: HINTS[key], isPart: false }
      : { text: PREFIXES[key], hint: HINTS[key], isPart: true },
  )
}

function knownFor(key: FilterKey, values: FilterValues) {
  switch (key) {
    case 'type':
      return values.types
    case 'topic':
      return values.types.map(({ value, hint }) => ({ value: value.replaceAll('/', '.'), hint }))
    case 'effect':
      return values.effects
    case 'origin':
      return values.origins
    case 'path':
      return values.paths
    default:
      return []
  }
}

/** Those that begin with it come first, then words of it that do. */
const startOf = (value: string, part: string): number => {
  const at = value.toLowerCase().indexOf(part)
  return at <= 0 ? at : /[/.]/.test(value[at - 1] ?? '') ? 1 : 2
}
const quotedIfNeeded = (value: string) => (/["\s]/.test(value) ? `"${value.replaceAll(/["\\]/g, '\\$&')}"` : value)

const SUGGESTIONS_MAX = 8
