import { classNames } from '../internal/classNames.ts'
import styles from './Skeleton.module.css'

export interface SkeletonProps {
  /** As wide as what will come, in CSS units: `12ch`, `100%`. */
  inlineSize?: string
  /** One line of the surrounding text where it is left out. */
  blockSize?: string | undefined
  shape?: 'line' | 'block' | 'circle'
  className?: string | undefined
}

/**
 * Holds the place of what is being loaded, so that nothing jumps when it comes. Hidden from screen readers: the region
 * around it says `aria-busy`.
 */
export function Skeleton({ inlineSize = '100%', blockSize, shape = 'line', className }: SkeletonProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(styles.skeleton, styles[shape], className)}
      style={{ inlineSize, ...(blockSize !== undefined && { blockSize }) }}
    />
  )
}
