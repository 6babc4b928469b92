import type { ReactNode } from 'react'
import { useId } from 'react'
import { classNames } from '../internal/classNames.ts'
import styles from './Card.module.css'

export interface CardProps {
  /** Names the card for screen readers too. A card without a title is a plain box. */
  title?: ReactNode
  /** The title's level in the page's outline. */
  level?: 2 | 3 | 4
  description?: ReactNode
  /** At the end of the header: buttons, a menu, a switch. */
  actions?: ReactNode
  footer?: ReactNode
  /** `none` for tables and lists that run from edge to edge. */
  padding?: 'none' | 'md'
  /** `past` while what it shows is not the present. */
  tone?: 'plain' | 'past'
  children?: ReactNode
  className?: string | undefined
}

/** A surface for one thing: an account, a chart, a table. */
export function Card({
  title,
  level = 2,
  description,
  actions,
  footer,
  padding = 'md',
  tone = 'plain',
  children,
  className,
}: CardProps) {
  const titleId = useId()
  const Heading = `h${level}` as const
  const hasHead = title != null || actions != null
  const classes = classNames(styles.card, tone === 'past' && styles.past, className)
  const content = (
    <>
      {hasHead && (
        <div className={styles.head}>
          <div className={styles.titles}>
            {title != null && (
              <Heading id={titleId} className={styles.title}>
                {title}
              </Heading>
            )}
            {description != null && <p className={styles.description}>{description}</p>}
          </div>
          {actions != null && <div className={styles.actions}>{actions}</div>}
        </div>
      )}
      {children != null && (
        <div className={classNames(styles.body, padding === 'none' && styles.flush)}>{children}</div>
      )}
      {footer != null && <div className={styles.footer}>{footer}</div>}
    </>
  )
  if (title == null) return <div className={classes}>{content}</div>
  return (
    <section aria-labelledby={titleId} className={classes}>
      {content}
    </section>
  )
}
