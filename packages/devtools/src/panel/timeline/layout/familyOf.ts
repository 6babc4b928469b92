import type { StoreOverview } from '../../../protocol/overview.ts'

export interface FamilyMember {
  readonly store: StoreOverview
  /** 0 for the original, 1 for its branches, and so on. */
  readonly depth: number
}

/** A store's original with all its branches, each after the one it left; branches that left earlier come first. */
export function familyOf(stores: readonly StoreOverview[], of: string): readonly FamilyMember[] {
  const byId = new Map(stores.map((store) => [store.id, store]))
  let root = byId.get(of)
  if (!root) return []
  for (let steps = 0; steps < stores.length; steps++) {
    const parent: StoreOverview | undefined = root.parent && byId.get(root.parent.id)
    if (!parent) break
    root = parent
  }
  const members: FamilyMember[] = []
  const add = (store: StoreOverview, depth: number) => {
    if (members.some((member) => member.store === store)) return
    members.push({ store, depth })
    const branches = stores.filter(({ parent }) => parent?.id === store.id)
    for (const branch of branches.toSorted((one, other) => (one.parent?.at ?? 0) - (other.parent?.at ?? 0)))
      add(branch, depth + 1)
  }
  add(root, 0)
  return members
}
