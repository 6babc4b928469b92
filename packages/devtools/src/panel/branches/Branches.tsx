import { EmptyState } from '@playhead/ui'
import { GitBranch } from 'lucide-react'
import { useState } from 'react'
import { useCommand } from '../app/NoticesContext.ts'
import { useStores } from '../connection/StoresContext.ts'
import { panel } from '../model/panelActions.ts'
import { useActions } from '../model/panelStore.ts'
import styles from './Branches.module.css'
import { BranchRow } from './BranchRow.tsx'
import type { BranchNode } from './branchTree.ts'
import { branchTree, descendantsOf } from './branchTree.ts'
import { ConnectedBranch } from './ConnectedBranch.tsx'
import { DeleteDialog } from './DeleteDialog.tsx'

/** Every branch, below what it branches from: what it does differently, and what came of it. */
export function Branches() {
  const { all = [], current } = useStores()
  const { storeChosen } = useActions(panel)
  const command = useCommand()
  const [deleted, setDeleted] = useState<BranchNode>()
  const roots = branchTree(all)

  const show = async (store: string) => {
    if (await command('show', { store })) storeChosen(store)
  }
  const remove = async (node: BranchNode) => {
    const { id, parent, shown } = node.store
    const gone = [node, ...descendantsOf(node)]
    const isShown = shown || gone.some(({ store }) => store.shown)
    setDeleted(undefined)
    if (isShown && parent && !(await command('show', { store: parent.id }))) return
    // Those below go first: a branch of nothing has nothing to differ from.
    for (const { store } of gone.reverse()) if (!(await command('deleteBranch', { store: store.id }))) return
    if (parent && gone.some(({ store }) => store.id === current?.id)) storeChosen(parent.id)
    else if (current?.id === id && parent) storeChosen(parent.id)
  }
  const rows = (nodes: readonly BranchNode[]) =>
    nodes.map((node) => {
      const { store } = node
      const row = {
        store,
        isInPanel: store.id === current?.id,
        onShow: () => void show(store.id),
        onLook: () => void storeChosen(store.id),
        onRename: (name: string) => void command('renameBranch', { store: store.id, name }),
        onDelete: () => setDeleted(node),
      }
      return (
        <li key={store.id} className={styles.node}>
          {store.parent ? (
            <ConnectedBranch {...row} parent={all.find(({ id }) => id === store.parent?.id)} />
          ) : (
            <BranchRow {...row} />
          )}
          {node.branches.length > 0 && <ul className={styles.branches}>{rows(node.branches)}</ul>}
        </li>
      )
    })

  const hasBranches = all.some(({ parent }) => parent)
  return (
    <div className={styles.overview}>
      <ul className={styles.roots} aria-label="Stores and their branches">
        {rows(roots)}
      </ul>
      {!hasBranches && (
        <EmptyState icon={<GitBranch />} title="No branches yet">
          What if a record had not happened, or had been another? Choose it among the records, and skip, edit or move
          it, or insert another. The branch appears here and on the timeline.
        </EmptyState>
      )}
      {deleted && (
        <DeleteDialog
          name={deleted.store.name}
          below={descendantsOf(deleted).length}
          onDelete={() => void remove(deleted)}
          onClose={() => setDeleted(undefined)}
        />
      )}
    </div>
  )
}
