import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Note.module.css'

const ICONS = { error: CircleAlert, warning: TriangleAlert, good: CircleCheck } as const

export interface NoteProps {
  readonly tone: keyof typeof ICONS
  readonly title?: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** Something that must be known, in a few lines. Errors interrupt a screen reader. */
export function Note({ tone, title, children, actions }: NoteProps) {
  const Icon = ICONS[tone]
  return (
    <div role={tone === 'error' ? 'alert' : 'status'} className={styles.note} data-tone={tone}>
      <Icon aria-hidden="true" className={styles.icon} />
      <div className={styles.words}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children != null && <div>{children}</div>}
        {actions != null && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
