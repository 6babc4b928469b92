import type { Selector } from './Selector.ts'
import { NODE } from './Selector.ts'

/** The names of the slices that a selector reads, itself or through others. */
export function slicesOf(selector: Selector<unknown>, names = new Set<string>()): ReadonlySet<string> {
  const node = selector[NODE]
  if (node?.kind === 'slice') names.add(node.name)
  else for (const input of node?.inputs ?? []) slicesOf(input, names)
  return names
}
