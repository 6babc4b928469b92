import { kindOf } from '../codec/kindOf.ts'
import { sameValue } from '../codec/sameValue.ts'
import { shownPath } from '../data/shownPath.ts'
import { isMatcher, shownValue } from './shownValue.ts'

/**
 * Where two values differ, as sentences: `payload.minor is 6, not 5`. None where they are equal,
 * as the codec sees it: `-0` is not `0`, `NaN` is `NaN`, the order of fields does not count.
 * Matchers of Vitest, Jest and Jasmine (`expect.any(String)`) may stand anywhere in `expected`.
 */
export function differences(actual: unknown, expected: unknown, root: string): readonly string[] {
  const found: string[] = []
  compare(actual, expected, [], (path, sentence) => found.push(`${shownPath(root, path)} ${sentence}`))
  return found.length > SHOWN_MAX
    ? [...found.slice(0, SHOWN_MAX), `… and ${found.length - SHOWN_MAX} more differences`]
    : found
}

const SHOWN_MAX = 10

type Tell = (path: readonly PropertyKey[], sentence: string) => void

function compare(actual: unknown, expected: unknown, path: readonly PropertyKey[], tell: Tell): void {
  if (isMatcher(expected)) {
    if (!expected.asymmetricMatch(actual)) tell(path, `is ${shownValue(actual)}, not ${shownValue(expected)}`)
    return
  }
  const kind = isObject(actual) && isObject(expected) && kindOf(actual) === kindOf(expected) ? kindOf(expected) : ''
  if (kind === 'object') compareFields(actual as object, expected as object, path, tell)
  else if (kind === 'array') compareItems(actual as readonly unknown[], expected as readonly unknown[], path, tell)
  else if (kind === 'map' || kind === 'table') compareEntries(actual as Entries, expected as Entries, path, tell)
  else if (!sameValue(actual, expected)) tell(path, `is ${shownValue(actual)}, not ${shownValue(expected)}`)
}

type Fields = Readonly<Record<string, unknown>>
type Entries = Iterable<[unknown, unknown]> & { readonly size: number }

function compareFields(actual: object, expected: object, path: readonly PropertyKey[], tell: Tell): void {
  for (const [key, field] of Object.entries(expected)) {
    if (Object.hasOwn(actual, key)) compare((actual as Fields)[key], field, [...path, key], tell)
    else tell([...path, key], `is not there, and ${shownValue(field)} is expected`)
  }
  for (const [key, field] of Object.entries(actual)) {
    if (!Object.hasOwn(expected, key)) tell([...path, key], `is ${shownValue(field)}, and is not expected`)
  }
}

function compareItems(
  actual: readonly unknown[],
  expected: readonly unknown[],
  path: readonly PropertyKey[],
  tell: Tell,
): void {
  if (actual.length !== expected.length) tell(path, `has ${actual.length} items, not ${expected.length}`)
  for (const [at, item] of expected.entries()) if (at < actual.length) compare(actual[at], item, [...path, at], tell)
}

/** Order is part of the value, for maps and for tables. */
function compareEntries(actual: Entries, expected: Entries, path: readonly PropertyKey[], tell: Tell): void {
  if (actual.size !== expected.size) tell(path, `has ${actual.size} entries, not ${expected.size}`)
  const mine = [...actual]
  for (const [at, [key, item]] of [...expected].entries()) {
    const [gotKey, got] = mine[at] ?? []
    if (at >= mine.length) return
    if (!sameValue(gotKey, key)) {
      tell(path, `has ${shownValue(gotKey)} where ${shownValue(key)} is expected`)
      return
    }
    compare(got, item, [...path, typeof key === 'number' ? key : String(key)], tell)
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
