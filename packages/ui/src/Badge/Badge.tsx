import type { ReactNode } from 'react'
import { classNames } from '../internal/classNames.ts'
import styles from './Badge.module.css'

export type Tone = 'neutral' | 'accent' | 'positive' | 'negative' | 'warning' | 'info' | 'time'

export interface BadgeProps {
  tone?: Tone
  icon?: ReactNode
  /** A dot before the text: a state that goes on. */
  hasDot?: boolean
  children: ReactNode
  className?: string | undefined
}

/** A word or a count about its neighbour: "Pending", "12". It does nothing when pressed. */
export function Badge({ tone = 'neutral', icon, hasDot = false, children, className }: BadgeProps) {
  return (
    <span className={classNames(styles.badge, styles[tone], className)}>
      {hasDot && <span aria-hidden="true" className={styles.dot} />}
      {icon}
      {children}
    </span>
  )
}
