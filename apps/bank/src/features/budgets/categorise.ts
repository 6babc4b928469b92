import { createSelector, createSelectorFamily } from '@playhead/core'
import type { Entry, EntryId } from '../../ledger/index.ts'
import { ledger } from '../../ledger/index.ts'
import { searchText } from '../../text/searchText.ts'
import type { Part } from './actions.ts'
import type { Saying } from './categories.ts'
import { categories, rules } from './categories.ts'

export const UNCATEGORISED = 'uncategorised'

const sayings = createSelector(categories, (state) => state.sayings)

/**
 * Says what an entry was for: what a person said of it, else the first rule that fits, else what it came with. A new
 * function when any of that changes; it remembers what the rules say, as entries never change.
 */
export const categoriser = createSelector([sayings, rules], (said, all) => {
  const compiled = all.map(({ text, category }) => ({ words: wordsOf(text), category }))
  const byRule = new WeakMap<Entry, string>()
  const ruleFor = (entry: Entry): string => {
    const known = byRule.get(entry)
    if (known !== undefined) return known
    const text = textOf(entry)
    const found = compiled.find(({ words }) => words.every((word) => text.includes(word)))
    const category = found?.category ?? entry.category ?? UNCATEGORISED
    byRule.set(entry, category)
    return category
  }
  return (entry: Entry): Saying =>
    said.get(entry.entryId) ?? {
      kind: 'whole',
      category: compiled.length > 0 ? ruleFor(entry) : (entry.category ?? UNCATEGORISED),
    }
})

/** What an entry was for, in parts: `minor` is what it came to. */
export function partsOf(saying: Saying, minor: number): readonly Part[] {
  return saying.kind === 'split' ? saying.parts : [{ category: saying.category, minor }]
}

/** What one entry was for. */
export const categoryOf = createSelectorFamily((id: EntryId) =>
  createSelector([ledger, categoriser], ({ entries }, categorise) => {
    const entry = entries.get(id)
    return entry && categorise(entry)
  }),
)

/** The categories of an entry as words, to find it by. */
export const categoryWords = createSelector(categoriser, (categorise) => (entry: Entry) => {
  const saying = categorise(entry)
  return saying.kind === 'whole' ? saying.category : saying.parts.map(({ category }) => category).join('\n')
})

/** Words as they are looked for. */
const wordsOf = (text: string): readonly string[] =>
  searchText(text)
    .split(/\s+/)
    .filter((word) => word !== '')

const textOf = ({ memo, counterparty, reference }: Entry): string =>
  searchText([memo, counterparty?.name ?? '', counterparty?.account ?? '', reference ?? ''].join('\n'))
