import type { Path } from '@playhead/core'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Preview } from '../../protocol/Preview.ts'
import type { ValueRef } from '../../protocol/values.ts'
import { useAgent } from '../connection/AgentContext.ts'
import { pathKey } from './paths.ts'
import { rangesOf } from './ranges.ts'
import type { ValueRow } from './valueRows.ts'
import { rangeId } from './valueRows.ts'

/** Opens a tree at a path, as soon as what is on the way to it is loaded. */
export function useReveal(tree: {
  readonly ref: ValueRef
  readonly rows: readonly ValueRow[]
  readonly loaded: { at(path: Path): Preview | undefined }
  readonly setExpanded: (how: (expanded: ReadonlySet<string>) => ReadonlySet<string>) => void
  readonly setActive: (id: string) => void
}): (path: Path) => void {
  const agent = useAgent()
  const [goal, setGoal] = useState<{ readonly path: Path; readonly indices: readonly number[] }>()

  // Each render may bring the next level: ranges on the way are opened as soon as the size of what they are in is known.
  const approach = useEffectEvent(() => {
    if (!goal) return
    const { path, indices } = goal
    const opened: string[] = []
    for (let depth = 0; depth < path.length; depth++) {
      const of = path.slice(0, depth)
      const owner = tree.loaded.at(of)
      opened.push(pathKey(of))
      const index = indices[depth]
      if (owner === undefined || !('entries' in owner) || index === undefined) break
      let range = { from: 0, to: owner.size }
      for (let parts = rangesOf(range); parts.length > 0; parts = rangesOf(range)) {
        const part = parts.find(({ from, to }) => from <= index && index < to)
        if (!part) break
        range = part
        opened.push(rangeId(of, part))
      }
    }
    tree.setExpanded((last) => (opened.every((id) => last.has(id)) ? last : new Set([...last, ...opened])))
    if (tree.rows.some((row) => row.id === pathKey(path))) {
      tree.setActive(pathKey(path))
      setGoal(undefined)
      return
    }
    // Not loaded yet: scrolled to, it will be.
    for (let depth = path.length - 1; depth >= 0; depth--) {
      const id = `${pathKey(path.slice(0, depth))} ${indices[depth]}`
      if (!tree.rows.some((row) => row.id === id)) continue
      tree.setActive(id)
      return
    }
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever more of the tree is there
  useEffect(() => approach(), [goal, tree.loaded, tree.rows.length])

  return (path) => {
    agent.call('locate', { ...tree.ref, path: [...tree.ref.path, ...path] }).then(
      (indices) => setGoal({ path: path.slice(0, indices.length), indices: indices.slice(tree.ref.path.length) }),
      // An agent that cannot say where: what is near the beginning is found all the same.
      () => setGoal({ path, indices: [] }),
    )
  }
}
