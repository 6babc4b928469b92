import type { StandardSchema } from '@playhead/core'
import { FieldChecks, isFields, isName, isText, schemaOf, shown } from '../../ledger/schemaOf.ts'
import { isCurrencyCode } from '../../money/index.ts'
import { searchText } from '../../text/searchText.ts'
import type { Assignment, Budget, Part, Rule, Split } from './actions.ts'

/** Entries that one action says something of. A record is not a place for a hundred thousand. */
export const ENTRIES_MAX = 1_000
/** Parts of one entry. */
export const PARTS_MAX = 20
const NAME_LENGTH_MAX = 60

const isCategory = (value: unknown) => isText(value) && isName(value) && value.length <= NAME_LENGTH_MAX
const aCategory = `a category of at most ${NAME_LENGTH_MAX} characters`

export const assignmentSchema: StandardSchema<Assignment> = schemaOf((value) => {
  if (!isFields(value)) return [{ message: `expected entries and their category, found ${shown(value)}` }]
  const checks = new FieldChecks(value)
  checks.field('category', aCategory, isCategory)
  checks.field(
    'entries',
    `1 to ${ENTRIES_MAX} entry ids`,
    (entries) =>
      Array.isArray(entries) && entries.length >= 1 && entries.length <= ENTRIES_MAX && entries.every(isName),
  )
  return checks.issues
})

export const splitSchema: StandardSchema<Split> = schemaOf((value) => {
  if (!isFields(value)) return [{ message: `expected an entry and its parts, found ${shown(value)}` }]
  const checks = new FieldChecks(value)
  checks.field('entryId', 'an entry id', isName)
  checks.field('minor', 'whole minor units other than 0', (minor) => Number.isSafeInteger(minor) && minor !== 0)
  checks.field('parts', `2 to ${PARTS_MAX} parts of its sign that make it up`, (parts) => isMadeUp(value.minor, parts))
  return checks.issues
})

function isMadeUp(minor: unknown, parts: unknown): boolean {
  if (typeof minor !== 'number' || !Array.isArray(parts) || parts.length < 2 || parts.length > PARTS_MAX) return false
  let sum = 0
  for (const part of parts as readonly Part[]) {
    if (!isFields(part) || !isCategory(part.category) || !Number.isSafeInteger(part.minor)) return false
    if (Math.sign(part.minor) !== Math.sign(minor)) return false
    sum += part.minor
  }
  return sum === minor
}

export const ruleSchema: StandardSchema<Rule> = schemaOf((value) => {
  if (!isFields(value)) return [{ message: `expected a rule, found ${shown(value)}` }]
  const checks = new FieldChecks(value)
  checks.field('ruleId', 'a rule id', isName)
  checks.field('text', 'words to look for, up to 100 characters', (text) => isText(text) && isWords(text))
  checks.field('category', aCategory, isCategory)
  return checks.issues
})

const isWords = (text: string) => text.length <= 100 && searchText(text).trim() !== ''

export const budgetSchema: StandardSchema<Budget> = schemaOf((value) => {
  if (!isFields(value)) return [{ message: `expected a budget, found ${shown(value)}` }]
  const checks = new FieldChecks(value)
  checks.field('category', aCategory, isCategory)
  checks.field('currency', 'a currency such as EUR', (currency) => isText(currency) && isCurrencyCode(currency))
  checks.field('minor', 'whole minor units above 0', (minor) => Number.isSafeInteger(minor) && (minor as number) > 0)
  return checks.issues
})
