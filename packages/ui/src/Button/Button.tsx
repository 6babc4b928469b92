import type { ReactNode, Ref } from 'react'
import type { ButtonProps as AriaButtonProps } from 'react-aria-components'
import { Button as AriaButton } from 'react-aria-components'
import { classNames } from '../internal/classNames.ts'
import { Spinner } from '../Spinner/Spinner.tsx'
import styles from './Button.module.css'

/**
 * - `primary`: the one thing to do here; one a view
 * - `secondary`: everything else
 * - `ghost`: in toolbars and rows, where an outline would be noise
 * - `danger`: what cannot be taken back
 * - `time`: back to the present; only while the playhead is parked
 */
export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger' | 'time'
export type ButtonSize = 'sm' | 'md' | 'lg'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'render'> {
  variant?: ButtonVariant
  size?: ButtonSize
  /** An icon before the text; decoration, hidden from screen readers. */
  icon?: ReactNode
  /** An icon after the text: a chevron, an arrow. */
  iconEnd?: ReactNode
  isFullWidth?: boolean
  children: ReactNode
  className?: string | undefined
  ref?: Ref<HTMLButtonElement>
}

/** A press starts something. To go somewhere, use `Link`. While `isPending` it keeps its width and its focus. */
export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  iconEnd,
  isFullWidth = false,
  children,
  className,
  ...props
}: ButtonProps) {
  return (
    <AriaButton
      {...props}
      className={classNames(styles.button, styles[variant], styles[size], isFullWidth && styles.fullWidth, className)}
    >
      {({ isPending }) => (
        <>
          <span className={styles.content}>
            {icon != null && <span className={styles.icon}>{icon}</span>}
            <span className={styles.label}>{children}</span>
            {iconEnd != null && <span className={styles.icon}>{iconEnd}</span>}
          </span>
          {isPending && (
            <span className={styles.pending}>
              <Spinner label="In progress" size="inherit" />
            </span>
          )}
        </>
      )}
    </AriaButton>
  )
}
