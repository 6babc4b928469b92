import { CircleAlert, CircleCheck, History, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../IconButton/IconButton.tsx'
import { classNames } from '../internal/classNames.ts'
import styles from './Banner.module.css'

export type BannerKind = 'info' | 'success' | 'warning' | 'error' | 'past'

export interface BannerProps {
  kind: BannerKind
  title?: ReactNode
  children?: ReactNode
  /** Buttons at its end, or below on a small screen. */
  actions?: ReactNode
  onDismiss?: () => void
  /**
   * How a banner that appears is told to screen readers: `assertive` interrupts, `polite` waits, `off` for what was there
   * from the start. Errors interrupt unless told otherwise.
   */
  announce?: 'off' | 'polite' | 'assertive'
  /** From edge to edge, without rounded corners: at the top of a page. */
  isFlush?: boolean
  className?: string | undefined
}

/** A message that stays: about a page, a card or a form. For what passes, use a toast. */
export function Banner({
  kind,
  title,
  children,
  actions,
  onDismiss,
  announce = kind === 'error' ? 'assertive' : 'polite',
  isFlush = false,
  className,
}: BannerProps) {
  const Icon = icons[kind]
  return (
    <div
      className={classNames(styles.banner, styles[kind], isFlush && styles.flush, className)}
      {...(announce !== 'off' && { role: announce === 'assertive' ? 'alert' : 'status' })}
    >
      <Icon className={styles.icon} />
      <div className={styles.message}>
        <div className={styles.text}>
          {title != null && <div className={styles.title}>{title}</div>}
          {children != null && <div className={styles.body}>{children}</div>}
        </div>
        {actions != null && <div className={styles.actions}>{actions}</div>}
      </div>
      {onDismiss && (
        <IconButton className={styles.dismiss} size="sm" label="Dismiss" icon={<X />} onPress={() => onDismiss()} />
      )}
    </div>
  )
}

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, error: CircleAlert, past: History }
