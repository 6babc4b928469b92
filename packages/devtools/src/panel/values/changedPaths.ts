import type { Path } from '@playhead/core'
import type { Preview } from '../../protocol/Preview.ts'
import { isContainer } from './PreviewText.tsx'
import { pathKey } from './paths.ts'

/**
 * Keys of the paths at which two previews differ, with those of everything that is around them. What is new
 * counts, what has gone is a change of what it was in.
 */
export function changedPaths(before: Preview | undefined, after: Preview, path: Path): ReadonlySet<string> {
  const changed = new Set<string>()
  compare(before, after, path, changed)
  return changed
}

function compare(before: Preview | undefined, after: Preview, path: Path, changed: Set<string>): boolean {
  let differs = before === undefined || before.kind !== after.kind
  if (before && isContainer(before) && isContainer(after)) {
    differs ||= before.size !== after.size || before.label !== after.label
    const old = new Map(before.entries.map(({ key, value }) => [key, value]))
    // A preview may have been cut shorter than the one before: what is missing on either side tells nothing.
    const isComplete = before.entries.length === before.size
    for (const { key, value } of after.entries) {
      const was = old.get(key)
      if ((was !== undefined || isComplete) && compare(was, value, [...path, key], changed)) differs = true
    }
  } else if (before && !isContainer(before) && !isContainer(after)) {
    differs ||= before.text !== after.text || moreOf(before) !== moreOf(after)
  }
  if (differs) changed.add(pathKey(path))
  return differs
}

const moreOf = (preview: Preview): number => (preview.kind === 'string' ? preview.more : 0)
