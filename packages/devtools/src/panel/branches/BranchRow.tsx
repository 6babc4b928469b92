import { Badge, Button, IconButton, Menu, MenuItem, ProgressBar } from '@playhead/ui'
import { AppWindow, Ellipsis, Eye, GitBranch, Layers, Pencil, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { StoreOverview } from '../../protocol/overview.ts'
import { countOf, formatCount } from '../records/format.ts'
import { SafeText } from '../values/SafeText.tsx'
import styles from './BranchRow.module.css'
import type { DifferenceProps } from './Difference.tsx'
import { Difference } from './Difference.tsx'
import { EditList } from './EditList.tsx'
import type { EditView } from './edits.ts'
import { leavesAt } from './edits.ts'
import { NameField } from './NameField.tsx'

export interface BranchRowProps {
  store: StoreOverview
  /** The panel looks at it. */
  isInPanel: boolean
  /** What it does differently; `undefined` until it is known, and for an original. */
  views?: readonly EditView[] | undefined
  difference?: DifferenceProps | undefined
  onShow: () => void
  onLook: () => void
  onRename: (name: string) => void
  onDelete: () => void
}

/** A store: the original, or a branch with what it does differently and what came of it. */
export function BranchRow({ store, isInPanel, views, difference, onShow, onLook, onRename, onDelete }: BranchRowProps) {
  const [isRenaming, setRenaming] = useState(false)
  const menu = useRef<HTMLButtonElement>(null)
  const { name, parent, playhead, progress } = store
  const Icon = parent ? GitBranch : Layers
  const stopRenaming = () => {
    setRenaming(false)
    requestAnimationFrame(() => menu.current?.focus())
  }
  return (
    <article
      className={styles.row}
      aria-label={name}
      data-shown={store.shown || undefined}
      data-panel={isInPanel || undefined}
    >
      <div className={styles.head}>
        <Icon aria-hidden="true" className={styles.icon} />
        {isRenaming ? (
          <NameField
            name={name}
            onName={(next) => {
              onRename(next)
              stopRenaming()
            }}
            onCancel={stopRenaming}
          />
        ) : (
          <h3 className={styles.name} title={name}>
            <SafeText>{name}</SafeText>
          </h3>
        )}
        {store.shown && (
          <Badge tone="accent" hasDot>
            In the app
          </Badge>
        )}
        <span className={styles.tools}>
          {!store.shown && (
            <Button
              size="sm"
              icon={<AppWindow />}
              aria-label={`${parent ? 'Show' : 'Back to'} ${name} in the app`}
              isDisabled={progress !== undefined}
              onPress={onShow}
            >
              {parent ? 'Show' : 'Back'}
            </Button>
          )}
          {parent ? (
            <Menu
              placement="bottom end"
              trigger={<IconButton ref={menu} size="sm" label={`More for ${name}`} icon={<Ellipsis />} />}
            >
              <MenuItem icon={<Eye />} isDisabled={isInPanel} onAction={onLook}>
                Look at it in the panel
              </MenuItem>
              <MenuItem icon={<Pencil />} onAction={() => setRenaming(true)}>
                Rename
              </MenuItem>
              <MenuItem icon={<Trash2 />} tone="danger" onAction={onDelete}>
                Delete…
              </MenuItem>
            </Menu>
          ) : (
            <IconButton
              size="sm"
              label={`Look at ${name} in the panel`}
              icon={<Eye />}
              isDisabled={isInPanel}
              onPress={onLook}
            />
          )}
        </span>
      </div>
      <p className={styles.facts}>
        {parent ? leavesIn(leavesAt(views ?? [], parent.at)) : 'The original'}
        {' · '}
        {countOf(playhead.head + 1, 'record')}
        {isInPanel && ' · in this panel'}
      </p>
      {progress && (
        <ProgressBar
          label="Folding the branch"
          value={progress.done}
          max={progress.total}
          valueText={`${formatCount(progress.done)} of ${countOf(progress.total, 'record')}`}
          onCancel={onDelete}
        />
      )}
      {views && views.length > 0 && (
        <div className={styles.edits}>
          <EditList views={views} shownMax={5} />
        </div>
      )}
      {difference && <Difference {...difference} />}
    </article>
  )
}

const leavesIn = (at: number) => (at < 0 ? 'Leaves before the first record' : `Leaves at ${formatCount(at)}`)
