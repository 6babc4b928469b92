import { sameValue } from '../codec/sameValue.ts'
import { messageOf, PlayheadError } from '../error/PlayheadError.ts'
import type { Folded } from './Checks.ts'
import { watchingImpurity } from './watchingImpurity.ts'

/**
 * Folds a sample of records a second time, with clocks and randomness watched: the 1st, 2nd, 4th,
 * 8th … of each slice and action type, and then every 65,536th. So a reducer is looked at when it
 * is new, and a long session pays next to nothing.
 */
export class ReducerCheck {
  /** Folds by slice and type. */
  readonly #folds = new Map<string, number>()
  readonly #told = new Set<string>()
  #checking = false

  folded(fold: Folded): PlayheadError | undefined {
    const key = `${fold.slice} ${fold.record.type}`
    const folds = (this.#folds.get(key) ?? 0) + 1
    if (folds === 1 && this.#folds.size === PAIRS_MAX) return undefined
    this.#folds.set(key, folds)
    const isSampled = folds < EVERY ? (folds & (folds - 1)) === 0 : folds % EVERY === 0
    if (!isSampled || this.#checking || this.#told.has(key)) return undefined
    const found = this.#foldAgain(fold)
    if (found === undefined) return undefined
    this.#told.add(key)
    return impure(fold, found)
  }

  /** What is wrong with it. */
  #foldAgain({ reduce, before, record, after }: Folded): string | undefined {
    this.#checking = true
    try {
      const { result, used } = watchingImpurity(() => {
        try {
          return { state: reduce(before, record) }
        } catch (thrown) {
          return { thrown }
        }
      })
      if (used.length > 0) return `it used ${used.join(', ')}`
      if ('thrown' in result) return `it threw when it was run again: ${messageOf(result.thrown)}`
      return sameValue(result.state, after)
        ? undefined
        : 'run again on the same state and record, it gave another state'
    } finally {
      this.#checking = false
    }
  }
}

const impure = ({ slice, record }: Folded, found: string) =>
  new PlayheadError({
    code: 'check/impure-reducer',
    severity: 'warning',
    record,
    message: `The reducer of slice "${slice}" for "${record.type}" is not pure: ${found}. A replay would come to another state than was seen. Use state and record alone: \`record.time\` is when it happened; take ids, random numbers and other times in \`prepared\`, where they are logged. Told once for this slice and action.`,
  })

const EVERY = 65_536
/** Slices times types. Beyond, a program makes types up. */
const PAIRS_MAX = 10_000
