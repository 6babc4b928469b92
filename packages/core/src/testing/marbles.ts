import type { LogRecord } from '../log/LogRecord.ts'
import type { SchedulerLike } from '../rx.ts'
import type { Clock } from '../store/ports.ts'
import { differences } from './differences.ts'
import { ExpectationFailed } from './ExpectationFailed.ts'
import { recordDifferences, shownRecord } from './ExpectedRecord.ts'
import type { RunHelpers } from './rx.ts'
import { TestScheduler } from './rx.ts'
import { shownValue } from './shownValue.ts'

/** RxJS's helpers (`cold`, `hot`, `expectObservable`, `time`, `flush`, …), and time for a store. */
export interface MarbleHelpers extends RunHelpers {
  readonly clock: Clock
  readonly scheduler: SchedulerLike
}

/**
 * Runs a test in marble time, in which one character is one millisecond: RxJS's
 * `TestScheduler.run`, with the clock and scheduler that a store takes. Timers of RxJS that
 * were given no scheduler follow it as well.
 *
 * ```ts
 * marbles(({ hot, expectObservable, clock, scheduler }) => {
 *   const store = createStore({ slices: [sum], clock, scheduler })
 *   store.connect(hot('-a-b|', { a: 1, b: 2 }), (n) => clicks.clicked(n))
 *   expectObservable(store.select(sum)).toBe('01-3', [0, 1, 2, 3])
 * })
 * ```
 *
 * Records are compared as `given(…).then(…)` does: fields that are not given are not compared.
 * See https://rxjs.dev/guide/testing/marble-testing.
 *
 * @throws ExpectationFailed with both timelines
 */
export function marbles<T>(test: (helpers: MarbleHelpers) => T): T {
  const scheduler = new TestScheduler(expectSame)
  return scheduler.run((helpers) => test({ ...helpers, scheduler, clock: { now: () => scheduler.now() } }))
}

interface Message {
  readonly frame: number
  readonly notification: { readonly kind: 'N' | 'E' | 'C'; readonly value?: unknown; readonly error?: unknown }
}

/** RxJS compares timelines by this, and lists of subscriptions. */
function expectSame(actual: unknown, expected: unknown): void {
  if (!isTimeline(actual) || !isTimeline(expected)) {
    const found = differences(plain(actual), plain(expected), 'subscriptions')
    if (found.length > 0) throw new ExpectationFailed(found.join('\n'), { actual, expected })
    return
  }
  const lines: string[] = []
  let failed = false
  for (let at = 0; at < Math.max(actual.length, expected.length); at++) {
    const [got, wanted] = [actual[at], expected[at]]
    const found = got && wanted ? messageDifferences(got, wanted) : ['']
    if (found.length === 0) {
      lines.push(`  ✓ ${shownMessage(got)}`)
      continue
    }
    failed = true
    lines.push(`  ✗ expected ${shownMessage(wanted)}`, `    got      ${shownMessage(got)}`)
    for (const difference of found) if (difference !== '') lines.push(`    ${difference}`)
  }
  if (failed) {
    throw new ExpectationFailed(`Expected another timeline:\n${lines.join('\n')}`, {
      actual: actual.map(shownMessage),
      expected: expected.map(shownMessage),
    })
  }
}

function messageDifferences(actual: Message, expected: Message): readonly string[] {
  const found: string[] = []
  if (actual.frame !== expected.frame) found.push(`it came at ${actual.frame} ms, not at ${expected.frame} ms`)
  const [got, wanted] = [actual.notification, expected.notification]
  if (got.kind !== wanted.kind) found.push(`it is ${KINDS[got.kind]}, not ${KINDS[wanted.kind]}`)
  else if (isRecord(got.value) && isTyped(wanted.value)) found.push(...recordDifferences(got.value, wanted.value))
  else found.push(...differences(got.value, wanted.value, 'value'))
  if (got.kind === 'E' && wanted.kind === 'E')
    found.push(...differences(plain(got.error), plain(wanted.error), 'error'))
  return found
}

const KINDS = { N: 'a value', E: 'an error', C: 'the end' }

function shownMessage(message: Message | undefined): string {
  if (!message) return 'nothing more'
  const { kind, value, error } = message.notification
  const content =
    kind === 'N' ? (isTyped(value) ? shownRecord(value) : shownValue(value)) : kind === 'E' ? plain(error) : ''
  return `${String(message.frame).padStart(5)} ms  ${KINDS[kind]} ${content}`.trimEnd()
}

const isTimeline = (value: unknown): value is readonly Message[] =>
  Array.isArray(value) && value.every((each: unknown) => isTyped(each, 'notification'))

const isRecord = (value: unknown): value is LogRecord => isTyped(value) && 'id' in value && 'version' in value

function isTyped(value: unknown, field = 'type'): value is { readonly type: string } {
  return typeof value === 'object' && value !== null && field in value
}

/** What can be compared by value: errors by their text, RxJS's own objects by their fields. */
function plain(value: unknown): unknown {
  if (value instanceof Error) return `${value.name}: ${value.message}`
  if (Array.isArray(value)) return value.map(plain)
  return typeof value === 'object' && value !== null ? { ...value } : value
}
