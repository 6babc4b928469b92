import type { Dispatchable } from '../action/Action.ts'
import { messageOf, PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { Selector } from '../selector/Selector.ts'
import type { Store } from '../store/Store.ts'
import { differences } from './differences.ts'
import { ExpectationFailed } from './ExpectationFailed.ts'
import type { ExpectedRecord } from './ExpectedRecord.ts'
import { expectRecords } from './expectRecords.ts'
import type { VirtualTime } from './virtualTime.ts'
import { promisesGoOn } from './virtualTime.ts'

/** A store with a past, before or after something happened to it. */
export interface Outcome<State extends object> {
  readonly store: Store<State>
  /** What the store recorded since `when`, for expectations of the test framework. */
  readonly records: readonly LogRecord[]
  /** Dispatches in turn, or does what a function says. What was seen before does not count any more. */
  when(...what: readonly (Dispatchable | ((store: Store<State>) => void))[]): Happened<State>
  /** Compares the value of a selector. Matchers of the test framework may stand in `expected`. */
  thenState<T>(selector: Selector<T>, expected: unknown): Outcome<State>
  /** Expects these errors on `error$` since `when`, by code, in order. Errors that no test asks for fail it. */
  thenErrors(...codes: readonly string[]): Outcome<State>
}

/** Something happened, and its records can be compared. */
export interface Happened<State extends object> extends Outcome<State> {
  /** Lets virtual time pass. */
  after(durationMs: number): Happened<State>
  /**
   * Compares the records since `when`, all of them, in order: those of the actions and those
   * that effects sent.
   */
  then(...expected: readonly ExpectedRecord[]): Outcome<State>
  /**
   * Compares the records once so much virtual time has passed, and promises have gone on: for
   * effects that answer with promises. It waits for no real time.
   */
  thenWithin(durationMs: number, ...expected: readonly ExpectedRecord[]): Promise<Outcome<State>>
  /** Expects errors, as after any outcome; the records can be compared afterwards. */
  thenErrors(...codes: readonly string[]): Happened<State>
  /** Expects errors once so much virtual time has passed, and promises have gone on. See `records` for what was sent. */
  thenErrorsWithin(durationMs: number, ...codes: readonly string[]): Promise<Outcome<State>>
  /** Expects that the dispatch was refused, or threw, with this code. What came before it can be compared afterwards. */
  thenRefused(code: string): Happened<State>
}

/** What `given` begins with. */
export type Scenario<State extends object> = Outcome<State>

/** For `given`: what was seen so far does not count. */
interface Begun<State extends object> extends Scenario<State> {
  forget(): void
}

export function scenario<State extends object>(store: Store<State>, time: VirtualTime | undefined): Begun<State> {
  let records: LogRecord[] = []
  let errors: PlayheadError[] = []
  let thrown: { readonly error: unknown } | undefined
  store.action$.subscribe((record) => records.push(record))
  store.error$.subscribe((error) => errors.push(error))

  /** What nobody asked for is not passed over. */
  const expectNoTrouble = () => {
    if (thrown) throw thrown.error
    const [first] = errors
    if (!first) return
    throw new ExpectationFailed(
      `The store reported ${errors.length === 1 ? 'an error' : `${errors.length} errors`} that the test does not expect. Expect it with .thenErrors('${first.code}').\n${errors.map(({ message }) => `  ${message}`).join('\n')}`,
      { actual: errors.map(({ code }) => code), expected: [] },
    )
  }
  const forget = () => {
    records = []
    errors = []
    thrown = undefined
  }

  const settle = async (durationMs: number, method: string) => {
    if (time || durationMs > 0) await needsTime(time, method).settle(durationMs)
    else await promisesGoOn()
  }

  const outcome: Begun<State> = {
    store,
    get records() {
      return records
    },
    forget,
    when(...what) {
      expectNoTrouble()
      forget()
      try {
        for (const each of what) {
          // A creator that was not called is told by the store what it is.
          if (typeof each === 'function' && !('type' in each)) each(store)
          else store.dispatch(each as Dispatchable)
        }
      } catch (error) {
        thrown = { error }
        // A reducer that threw is reported as well as thrown: one trouble.
        errors = errors.filter((each) => each !== error)
      }
      return happened
    },
    thenState(selector, expected) {
      expectNoTrouble()
      const actual = store.get(selector)
      const found = differences(actual, expected, 'state')
      if (found.length === 0) return outcome
      throw new ExpectationFailed(`Expected another state:\n${found.map((each) => `  ${each}`).join('\n')}`, {
        actual,
        expected,
      })
    },
    thenErrors(...codes) {
      if (thrown) throw thrown.error
      const found = errors.map(({ code }) => code)
      if (found.join() !== codes.join()) {
        throw new ExpectationFailed(
          `Expected the errors ${codes.join(', ') || '(none)'}, and the store reported ${found.join(', ') || 'none'}.\n${errors.map(({ message }) => `  ${message}`).join('\n')}`,
          { actual: found, expected: codes },
        )
      }
      errors = []
      return outcome
    },
  }

  const happened: Happened<State> = {
    store,
    get records() {
      return records
    },
    when: outcome.when,
    thenState: outcome.thenState,
    thenErrors(...codes) {
      outcome.thenErrors(...codes)
      return happened
    },
    async thenErrorsWithin(durationMs, ...codes) {
      await settle(durationMs, 'thenErrorsWithin')
      return outcome.thenErrors(...codes)
    },
    after(durationMs) {
      needsTime(time, 'after').advance(durationMs)
      return happened
    },
    // biome-ignore lint/suspicious/noThenProperty: see Happened
    then(...expected) {
      refuseAwait(expected)
      expectNoTrouble()
      expectRecords(records, expected)
      return outcome
    },
    async thenWithin(durationMs, ...expected) {
      await settle(durationMs, 'thenWithin')
      expectNoTrouble()
      expectRecords(records, expected)
      return outcome
    },
    thenRefused(code) {
      if (thrown?.error instanceof PlayheadError && thrown.error.code === code) {
        thrown = undefined
        return happened
      }
      throw new ExpectationFailed(
        `Expected that it is refused with ${code}, and ${thrown ? `it threw: ${messageOf(thrown.error)}` : 'nothing was'}.`,
        { actual: thrown?.error, expected: code },
      )
    },
  }
  return outcome
}

function needsTime(time: VirtualTime | undefined, method: string): VirtualTime {
  if (time) return time
  throw new Error(
    `${method} moves virtual time, and this store was made without. Use given((ports) => createStore({ ...ports, … }), …), or move the clock that you gave it.`,
  )
}

/** `await given(…).when(…)` calls `then` with two functions of the engine. */
function refuseAwait(expected: readonly unknown[]): void {
  const [resolve, reject] = expected
  if (expected.length !== 2 || typeof resolve !== 'function' || typeof reject !== 'function') return
  if ('type' in resolve || 'type' in reject) return
  throw new Error('`given(…).when(…)` is no promise. Call .then(…records), or await .thenWithin(durationMs, …records).')
}
