import { useEffect, useRef, useState } from 'react'
import type { RecordFilter } from '../../../protocol/rows.ts'
import type { FilterKey, FilterProblem } from './filterText.ts'
import { FILTER_KEYS, PREFIXES, parseFilter, printCondition, printFilter } from './filterText.ts'

/** A condition that is on, outside of the text that is being written. */
export interface FilterChip {
  readonly key: FilterKey
  readonly text: string
}

/**
 * A filter while it is written: conditions that are settled are chips, the rest is text. What is written takes effect
 * after a pause, or at once with Enter, which makes chips of its conditions; words stay in the text.
 */
export function useFilterDraft(filter: RecordFilter, onChange: (filter: RecordFilter) => void) {
  const [draft, setDraft] = useState(() => ({ text: wordsOf(filter), applied: filter }))
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  // Somebody else has changed the filter: then its words are the text.
  const isOurs = isSame(draft.applied, filter)
  const text = isOurs ? draft.text : wordsOf(filter)
  const read = parseFilter(text)
  const chips: FilterChip[] = FILTER_KEYS.flatMap((key) => {
    const condition = read.filter[key] === undefined && !isWritten(text, key) ? printCondition(filter, key) : undefined
    return condition === undefined ? [] : [{ key, text: condition }]
  })

  const apply = (next: RecordFilter, nextText: string) => {
    clearTimeout(timer.current)
    setDraft({ text: nextText, applied: next })
    if (!isSame(next, filter)) onChange(next)
  }
  /** The filter that chips and a text make together. */
  const together = (kept: readonly FilterChip[], nextText: string): RecordFilter | undefined => {
    const { filter: written, problems } = parseFilter(nextText)
    if (problems.length > 0) return undefined
    return { ...pick(filter, kept), ...written }
  }
  const write = (nextText: string, kept: readonly FilterChip[] = chips) => {
    clearTimeout(timer.current)
    setDraft({ text: nextText, applied: filter })
    const next = together(kept, nextText)
    if (next && !isSame(next, filter)) timer.current = setTimeout(() => apply(next, nextText), PAUSE_MS)
  }

  return {
    text,
    chips,
    problems: read.problems as readonly FilterProblem[],
    write,
    /** What is written takes effect now, and its conditions become chips. */
    settle(nextText = text) {
      const next = together(chips, nextText)
      if (next) apply(next, wordsOf(next))
      else write(nextText)
    },
    remove(key: FilterKey) {
      const next = together(
        chips.filter((chip) => chip.key !== key),
        text,
      )
      if (next) apply(next, text)
    },
    /** Turns a chip into text again. */
    edit(key: FilterKey): string {
      const chip = chips.find((each) => each.key === key)
      if (!chip) return text
      const next = text === '' ? chip.text : `${text} ${chip.text}`
      write(
        next,
        chips.filter((each) => each !== chip),
      )
      return next
    },
    clear() {
      apply({}, '')
    },
  }
}

const wordsOf = ({ payload }: RecordFilter) => printFilter(payload === undefined ? {} : { payload })
const isSame = (a: RecordFilter, b: RecordFilter) => printFilter(a) === printFilter(b)
const isWritten = (text: string, key: FilterKey) => {
  const { problems, filter } = parseFilter(text)
  return filter[key] !== undefined || (problems.length > 0 && text.toLowerCase().includes(PREFIXES[key]))
}

function pick(filter: RecordFilter, chips: readonly FilterChip[]): RecordFilter {
  return Object.fromEntries(chips.map(({ key }) => [key, filter[key]]))
}

/** Long enough not to search for every letter of a word that is typed. */
const PAUSE_MS = 60
