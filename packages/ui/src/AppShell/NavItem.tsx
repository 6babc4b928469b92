import type { ComponentProps, ReactNode } from 'react'
import { classNames } from '../internal/classNames.ts'
import styles from './NavItem.module.css'

export interface NavItemProps extends ComponentProps<'a'> {
  icon: ReactNode
  /** The page one is on. A router's own `aria-current` does the same. */
  isCurrent?: boolean
  /** At its end: a count, a badge. Only where the sidebar is wide. */
  end?: ReactNode
}

/** A place in the navigation of an `AppShell`: a plain link, so that any router can wrap it. */
export function NavItem({ icon, isCurrent = false, end, children, className, ...props }: NavItemProps) {
  return (
    <a {...props} className={classNames(styles.item, className)} {...(isCurrent && { 'aria-current': 'page' })}>
      <span aria-hidden="true" className={styles.icon}>
        {icon}
      </span>
      <span className={styles.label}>{children}</span>
      {end != null && <span className={styles.end}>{end}</span>}
    </a>
  )
}
