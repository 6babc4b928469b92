import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'

/** How much a sum was changed since it was last compared with one that is made anew. */
export type DriftCheck = number

export const NEVER_DRIFTED: DriftCheck = 0

/**
 * Compares a sum that was kept with one that is made anew, once as many rows have changed as
 * there are: so that it costs no more than the changes did. Reports the first difference.
 */
export function checkDrift(
  before: DriftCheck,
  changes: number,
  size: number,
  drifted: { told: boolean },
  compare: () => { readonly kept: unknown; readonly anew: unknown } | undefined,
): DriftCheck {
  const since = before + changes
  if (drifted.told || since < Math.max(CHANGES_MIN, size)) return since
  const difference = compare()
  if (difference === undefined) return NEVER_DRIFTED
  drifted.told = true
  // There is no store here: a selector is a value, and what it gives is the same in production.
  console.error(
    new PlayheadError({
      code: 'selector/aggregate-drifted',
      message: DEV
        ? `An aggregate has come to ${shown(difference.kept)}, where a sum of all rows gives ${shown(difference.anew)}: \`remove\` does not take back what \`add\` did. Sum up integers or bigints; for a largest or smallest, derive a table with \`order\` and read \`at(0)\`.`
        : [],
    }),
  )
  return NEVER_DRIFTED
}

function shown(sum: unknown): string {
  if (typeof sum === 'bigint') return `${sum}n`
  if (typeof sum !== 'object' || sum === null) return String(sum)
  const text = JSON.stringify(sum, (_, field: unknown) => (typeof field === 'bigint' ? `${field}n` : field))
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text
}

const SHOWN_MAX = 80
/** A drift shows after some changes, or not at all. */
const CHANGES_MIN = 32
