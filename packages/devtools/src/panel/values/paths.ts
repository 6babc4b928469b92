import type { Path } from '@playhead/core'
import type { Preview } from '../../protocol/Preview.ts'

/** Equal for equal paths, and only for those: `1` and `'1'` are two keys. */
export const pathKey = (path: Path): string => JSON.stringify(path)

/** A path as people write it: `ledger.accounts["giro-1"].rows[3]`. */
export function pathText(path: Path): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`
      if (!IDENTIFIER.test(key)) return `[${JSON.stringify(key)}]`
      return index === 0 ? key : `.${key}`
    })
    .join('')
}

/** A value on the way to another: the key that leads to it, and what it is. */
export interface PathStep {
  readonly key: string | number
  /** What the key was taken from; `undefined` where it is not known. */
  readonly within: Preview['kind'] | undefined
}

/**
 * Code that selects a value of the state: `createSelector(ledger, (ledger) => ledger.accounts.get("giro")?.minor)`.
 * The first step is the slice.
 */
export function selectorCode(steps: readonly PathStep[]): string {
  const [slice, ...rest] = steps
  if (!slice) return '(state) => state'
  const name = String(slice.key)
  const parameter = IDENTIFIER.test(name) ? name : 'slice'
  if (rest.length === 0) return parameter
  let mayBeAbsent = false
  const body = rest.map(({ key, within }) => {
    const guard = mayBeAbsent ? '?.' : ''
    if (within === 'table' || within === 'map') {
      const code = `${guard || '.'}get(${JSON.stringify(key)})`
      mayBeAbsent = true
      return code
    }
    if (typeof key === 'string' && IDENTIFIER.test(key)) return `${guard || '.'}${key}`
    return `${guard}[${JSON.stringify(key)}]`
  })
  return `createSelector(${parameter}, (${parameter}) => ${parameter}${body.join('')})`
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/
