import type { ReactNode } from 'react'
import type { ToggleButtonProps as AriaToggleButtonProps } from 'react-aria-components'
import { ToggleButton as AriaToggleButton } from 'react-aria-components'
import buttonStyles from '../Button/Button.module.css'
import { classNames } from '../internal/classNames.ts'
import styles from './ToggleButton.module.css'

export interface ToggleButtonProps extends Omit<AriaToggleButtonProps, 'children' | 'className' | 'style' | 'render'> {
  icon?: ReactNode
  size?: 'sm' | 'md' | 'lg'
  children: ReactNode
  className?: string | undefined
}

/** On or off, at once: a filter, a mode. Its text stays the same in both states. */
export function ToggleButton({ icon, size = 'md', children, className, ...props }: ToggleButtonProps) {
  return (
    <AriaToggleButton
      {...props}
      className={classNames(buttonStyles.button, buttonStyles.secondary, buttonStyles[size], styles.toggle, className)}
    >
      <span className={buttonStyles.content}>
        {icon != null && <span className={buttonStyles.icon}>{icon}</span>}
        <span className={buttonStyles.label}>{children}</span>
      </span>
    </AriaToggleButton>
  )
}
