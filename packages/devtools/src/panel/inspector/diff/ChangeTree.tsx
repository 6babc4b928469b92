import type { Path } from '@playhead/core'
import { Button } from '@playhead/ui'
import { useState } from 'react'
import type { ChangesView } from '../../../protocol/calls.ts'
import { formatCount } from '../../records/format.ts'
import { TreeView } from '../../tree/TreeView.tsx'
import { pathText } from '../../values/paths.ts'
import { ChangeLine } from './ChangeLine.tsx'
import styles from './ChangeTree.module.css'
import { changeRows } from './changeRows.ts'

export interface ChangeTreeProps {
  readonly label: string
  readonly changes: ChangesView
  readonly onOpen: (path: Path) => void
  /** Without it, what is left out cannot be shown. */
  readonly onMore?: (() => void) | undefined
  readonly isWaiting?: boolean
}

/** What is different between two states, by path. A press on a line opens the state there. */
export function ChangeTree({ label, changes, onOpen, onMore, isWaiting = false }: ChangeTreeProps) {
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState<string>()
  const rows = changeRows(changes.changes, collapsed)
  return (
    <div className={styles.changes} aria-busy={isWaiting}>
      <TreeView
        className={styles.tree}
        label={label}
        rows={rows}
        active={active}
        onActive={(row) => setActive(row.id)}
        onToggle={(row, isExpanded) => {
          const next = new Set(collapsed)
          if (isExpanded) next.delete(row.id)
          else next.add(row.id)
          setCollapsed(next)
        }}
        onChoose={(row) => onOpen(row.path)}
        textOf={(row) => pathText(row.keys)}
      >
        {(row) => <ChangeLine row={row} />}
      </TreeView>
      {changes.more > 0 && (
        <p className={styles.more}>
          {formatCount(changes.more)} more {changes.more === 1 ? 'change is' : 'changes are'} not shown.
          {onMore && (
            <Button size="sm" variant="ghost" onPress={onMore} isPending={isWaiting}>
              Show more
            </Button>
          )}
        </p>
      )}
    </div>
  )
}
