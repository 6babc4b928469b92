import { Spinner } from '@playhead/ui'
import { PreviewText } from './PreviewText.tsx'
import { SafeText } from './SafeText.tsx'
import styles from './ValueLine.module.css'
import type { ValueRow } from './valueRows.ts'

export interface ValueLineProps {
  readonly row: ValueRow
  readonly found?: string | undefined
  /** Not what it was at the place shown before; a number that differs each time. */
  readonly changed?: number | undefined
  /** The whole of a long string. */
  readonly text?: React.ReactNode
  /** At the end of the line: the menu. */
  readonly end?: React.ReactNode
}

/** What stands in a line of a value's tree. */
export function ValueLine({ row, found, changed, text, end }: ValueLineProps) {
  switch (row.kind) {
    case 'value':
      return (
        <span className={styles.value} data-changed={changed !== undefined || undefined}>
          {/* A new element flashes anew. */}
          {changed !== undefined && <span key={changed} className={styles.flash} aria-hidden="true" />}
          <span className={styles.content}>
            {row.label !== '' && (
              <span className={styles.key}>
                <SafeText found={found}>{row.label}</SafeText>:{' '}
              </span>
            )}
            <PreviewText preview={row.preview} found={found} />
          </span>
          {changed !== undefined && <span className={styles.changed}> changed</span>}
          {end}
        </span>
      )
    case 'range':
      return (
        <span className={styles.range}>
          [{row.range.from.toLocaleString('en')} … {(row.range.to - 1).toLocaleString('en')}]
        </span>
      )
    case 'waiting':
      return (
        <span className={styles.waiting}>
          <span className={styles.index}>{row.index.toLocaleString('en')}</span>{' '}
          <Spinner label="Loading" size="inherit" />
        </span>
      )
    case 'failed':
      return <span className={styles.failed}>{row.message}</span>
    case 'text':
      return <span className={styles.text}>{text}</span>
  }
}
