import type { ReactElement, ReactNode } from 'react'
import type { TooltipProps as AriaTooltipProps } from 'react-aria-components'
import { Tooltip as AriaTooltip, OverlayArrow, TooltipTrigger } from 'react-aria-components'
import styles from './Tooltip.module.css'

export interface TooltipProps {
  /** A few words. What one must know belongs on the page: a touch screen shows no tooltips. */
  content: ReactNode
  /** What it describes: a component that can take focus, or a `Focusable`. */
  children: ReactElement
  placement?: NonNullable<AriaTooltipProps['placement']>
  /** Before the first tooltip opens under the pointer; a keyboard focus opens at once. */
  delayMs?: number
  isDisabled?: boolean
}

/** Words beside a control while it is hovered or focused. Escape hides it. */
export function Tooltip({ content, children, placement = 'top', delayMs = 500, isDisabled = false }: TooltipProps) {
  return (
    <TooltipTrigger delay={delayMs} closeDelay={100} isDisabled={isDisabled}>
      {children}
      <AriaTooltip placement={placement} offset={8} className={styles.tooltip ?? ''}>
        <OverlayArrow className={styles.arrow ?? ''}>
          <svg aria-hidden="true" width="8" height="8" viewBox="0 0 8 8">
            <path d="M0 0 L4 4 L8 0" />
          </svg>
        </OverlayArrow>
        {content}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
