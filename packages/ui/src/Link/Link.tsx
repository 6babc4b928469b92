import { ExternalLink } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from '../internal/classNames.ts'
import { VisuallyHidden } from '../VisuallyHidden/VisuallyHidden.tsx'
import styles from './Link.module.css'

export interface LinkProps extends ComponentProps<'a'> {
  /** `quiet` takes the colour of its surroundings until it is hovered: for links in rows of a table. */
  tone?: 'accent' | 'quiet'
  /** Opens in a new tab, with a sign that says so. */
  isExternal?: boolean
}

/** Goes somewhere. A plain anchor, so that any router can wrap it. */
export function Link({ tone = 'accent', isExternal = false, children, className, ...props }: LinkProps) {
  return (
    <a
      {...props}
      className={classNames(styles.link, styles[tone], className)}
      {...(isExternal && { target: '_blank', rel: 'noreferrer' })}
    >
      {children}
      {isExternal && (
        <>
          <ExternalLink aria-hidden="true" className={styles.icon} />
          <VisuallyHidden> (opens in a new tab)</VisuallyHidden>
        </>
      )}
    </a>
  )
}
