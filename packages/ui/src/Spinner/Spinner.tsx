import { ProgressBar } from 'react-aria-components'
import { classNames } from '../internal/classNames.ts'
import styles from './Spinner.module.css'

export interface SpinnerProps {
  /** What is being waited for: "Reading statement". */
  label: string
  /** `inherit` takes size and colour from the text around it. */
  size?: 'sm' | 'md' | 'lg' | 'inherit'
  className?: string | undefined
}

/** Work of unknown length, in a small space. Where the length is known, draw a `ProgressBar`. */
export function Spinner({ label, size = 'md', className }: SpinnerProps) {
  return (
    <ProgressBar isIndeterminate aria-label={label} className={classNames(styles.spinner, styles[size], className)}>
      <svg aria-hidden="true" viewBox="0 0 16 16" className={styles.mark}>
        <circle cx="8" cy="8" r="6.25" className={styles.track} />
        <path d="M8 1.75 A6.25 6.25 0 0 1 14.25 8" className={styles.arc} />
      </svg>
    </ProgressBar>
  )
}
