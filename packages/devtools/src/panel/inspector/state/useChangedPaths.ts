import { useMemo, useState } from 'react'
import { useCall } from '../../connection/useCall.ts'
import { useThrottled } from '../../connection/useThrottled.ts'
import { pathKey } from '../../values/paths.ts'

/** While it plays, nobody reads faster. */
const SHOWN_MS = 150

/**
 * Keys of the paths whose values differ from the place shown before, with all that they are in; the first
 * 200 of them. Knows of values that no line shows: what is in a collapsed table.
 */
export function useChangedPaths(store: string, place: number): ReadonlySet<string> {
  const after = useThrottled(place, SHOWN_MS)
  const [last, setLast] = useState({ store, before: after, after })
  if (last.store !== store) setLast({ store, before: after, after })
  else if (last.after !== after) setLast({ store, before: last.after, after })
  const hasMoved = last.before !== last.after
  const { got, waiting } = useCall('diff', hasMoved ? { store, before: last.before, after: last.after } : undefined)
  return useMemo(() => {
    const changed = new Set<string>()
    if (!hasMoved || waiting) return changed
    for (const { path } of got?.changes ?? [])
      for (let depth = 0; depth <= path.length; depth++) changed.add(pathKey(path.slice(0, depth)))
    return changed
  }, [got, waiting, hasMoved])
}
