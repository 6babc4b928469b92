import type { ReactNode } from 'react'
import { classNames } from '../internal/classNames.ts'
import styles from './EmptyState.module.css'

export interface EmptyStateProps {
  icon?: ReactNode
  /** What is not here: "No entries in March". */
  title: ReactNode
  /** Why, and what brings it here. */
  children?: ReactNode
  actions?: ReactNode
  /** The title's level in the page's outline. */
  level?: 2 | 3 | 4
  className?: string | undefined
}

/** Stands where a list or a chart would, when there is nothing to show. */
export function EmptyState({ icon, title, children, actions, level = 3, className }: EmptyStateProps) {
  const Heading = `h${level}` as const
  return (
    <div className={classNames(styles.empty, className)}>
      {icon != null && (
        <div aria-hidden="true" className={styles.icon}>
          {icon}
        </div>
      )}
      <Heading className={styles.title}>{title}</Heading>
      {children != null && <div className={styles.body}>{children}</div>}
      {actions != null && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
