import { IconButton, Menu, MenuItem, MenuSection } from '@playhead/ui'
import { Ellipsis } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import styles from './ValueMenu.module.css'

/** Something that can be done with a value. */
export interface ValueAction {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  /** As on the keys, where the tree listens to it. */
  readonly shortcut?: string
  readonly run: () => void
}

export interface ValueActions {
  readonly title: string
  readonly actions: readonly ValueAction[]
}

export interface ValueMenuProps {
  /** The value, as it is called in the tree. */
  readonly of: string
  readonly groups: readonly ValueActions[]
  readonly buttonRef?: Ref<HTMLButtonElement>
  /** Whether Tab stops at it. Not in a tree, which is one stop. */
  readonly isTabStop?: boolean
}

/** What can be done with the value of a line. */
export function ValueMenu({ of, groups, buttonRef, isTabStop = false }: ValueMenuProps) {
  return (
    <Menu
      aria-label={`Actions for ${of}`}
      placement="bottom end"
      trigger={
        <IconButton
          ref={buttonRef ?? null}
          className={styles.button}
          size="sm"
          label={`Actions for ${of}`}
          icon={<Ellipsis />}
          excludeFromTabOrder={!isTabStop}
        />
      }
    >
      {groups.map(({ title, actions }) => (
        <MenuSection key={title} title={title}>
          {actions.map(({ id, label, icon, shortcut, run }) => (
            <MenuItem key={id} id={id} icon={icon} shortcut={shortcut} onAction={run}>
              {label}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </Menu>
  )
}
