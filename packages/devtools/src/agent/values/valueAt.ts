import type { Path } from '@playhead/core'
import { PlayheadError } from '@playhead/core'
import { shapeOf } from '../preview/shapeOf.ts'

/**
 * The value at a path, by the keys that previews give.
 *
 * @throws PlayheadError `devtools/no-such-value` where there is nothing, or nothing that may be read
 */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const [depth, key] of path.entries()) {
    const part = typeof value === 'object' && value !== null ? shapeOf(value).at(key) : undefined
    if (!part || part.accessor) throw noSuchValue(path.slice(0, depth + 1))
    value = part.value
  }
  return value
}

const noSuchValue = (path: Path) =>
  new PlayheadError({
    code: 'devtools/no-such-value',
    message: `There is nothing at ${path.join(' › ')} any more. Look at it from the root again.`,
  })
