import type { StoreOverview } from '../../protocol/overview.ts'

/** A store with the branches that leave from it, in the order in which they leave. */
export interface BranchNode {
  readonly store: StoreOverview
  readonly branches: readonly BranchNode[]
}

/**
 * Stores by where they branch from. A store whose parent is not there stands at the root; parents that go in a circle
 * cannot be, and would leave their stores out.
 */
export function branchTree(stores: readonly StoreOverview[]): readonly BranchNode[] {
  const ids = new Set(stores.map(({ id }) => id))
  const below = (id: string): readonly BranchNode[] =>
    stores
      .filter(({ parent }) => parent?.id === id)
      .sort((a, b) => (a.parent?.at ?? 0) - (b.parent?.at ?? 0))
      .map((store) => ({ store, branches: below(store.id) }))
  return stores
    .filter(({ parent }) => !parent || !ids.has(parent.id))
    .map((store) => ({ store, branches: below(store.id) }))
}

/** All branches below a node, that would go with it. */
export const descendantsOf = ({ branches }: BranchNode): readonly BranchNode[] =>
  branches.flatMap((branch) => [branch, ...descendantsOf(branch)])
