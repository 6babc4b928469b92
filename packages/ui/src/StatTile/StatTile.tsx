import type { ReactNode } from 'react'
import { classNames } from '../internal/classNames.ts'
import styles from './StatTile.module.css'

export interface StatTileProps {
  label: ReactNode
  /** The figure, usually a `Money`. */
  value: ReactNode
  /** The change, and since when: "+3.2 % on February". */
  change?: ReactNode
  trend?: 'up' | 'down' | 'flat'
  /** At the tile's end: a sparkline, an icon. */
  aside?: ReactNode
  isLoading?: boolean
  className?: string | undefined
}

/** One figure with its name. Several stand side by side in a `dl`-like row. */
export function StatTile({ label, value, change, trend = 'flat', aside, isLoading = false, className }: StatTileProps) {
  return (
    <div className={classNames(styles.tile, className)} aria-busy={isLoading || undefined}>
      <div className={styles.figures}>
        <div className={styles.label}>{label}</div>
        <div className={styles.value}>{value}</div>
        {change != null && <div className={classNames(styles.change, styles[trend])}>{change}</div>}
      </div>
      {aside != null && <div className={styles.aside}>{aside}</div>}
    </div>
  )
}
