import type { ReactNode, Ref } from 'react'
import type { ButtonProps as AriaButtonProps, TooltipProps } from 'react-aria-components'
import { Button as AriaButton } from 'react-aria-components'
import buttonStyles from '../Button/Button.module.css'
import type { ButtonSize, ButtonVariant } from '../Button/Button.tsx'
import { classNames } from '../internal/classNames.ts'
import { Kbd } from '../Kbd/Kbd.tsx'
import { Spinner } from '../Spinner/Spinner.tsx'
import { Tooltip } from '../Tooltip/Tooltip.tsx'
import styles from './IconButton.module.css'

export interface IconButtonProps
  extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'render' | 'aria-label'> {
  /** What a press does; its name for screen readers, and its tooltip. */
  label: string
  icon: ReactNode
  /** Shown in the tooltip, as on the keys: `←`, `⌘K`. Listening to it is the caller's. */
  shortcut?: string | undefined
  variant?: ButtonVariant
  size?: ButtonSize
  tooltipPlacement?: NonNullable<TooltipProps['placement']>
  className?: string | undefined
  ref?: Ref<HTMLButtonElement>
}

/** A button whose face is an icon. Its name is said and, on hover or focus, shown. */
export function IconButton({
  label,
  icon,
  shortcut,
  variant = 'ghost',
  size = 'md',
  tooltipPlacement = 'top',
  className,
  ...props
}: IconButtonProps) {
  const content = shortcut === undefined ? label : <TooltipWithShortcut label={label} shortcut={shortcut} />
  return (
    <Tooltip content={content} placement={tooltipPlacement}>
      <AriaButton
        {...props}
        aria-label={label}
        className={classNames(buttonStyles.button, buttonStyles[variant], buttonStyles[size], styles.square, className)}
      >
        {({ isPending }) => (
          <span className={styles.icon}>{isPending ? <Spinner label="In progress" size="inherit" /> : icon}</span>
        )}
      </AriaButton>
    </Tooltip>
  )
}

function TooltipWithShortcut({ label, shortcut }: { label: string; shortcut: string }) {
  return (
    <span className={styles.tooltip}>
      {label} <Kbd>{shortcut}</Kbd>
    </span>
  )
}
