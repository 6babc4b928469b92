import { createContext, useContext, useState } from 'react'

/** What is expanded in the trees below, by their names: found again when a tab is opened again. */
export const TreeMemory = createContext<Map<string, ReadonlySet<string>> | undefined>(undefined)

/** Which lines of a tree are expanded; remembered under a name where there is a memory above. */
export function useExpanded(name: string, initial: readonly string[]) {
  const memory = useContext(TreeMemory)
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(() => memory?.get(name) ?? new Set(initial))
  const change = (how: (expanded: ReadonlySet<string>) => ReadonlySet<string>) =>
    setExpanded((last) => {
      const next = how(last)
      memory?.set(name, next)
      return next
    })
  return [expanded, change] as const
}
