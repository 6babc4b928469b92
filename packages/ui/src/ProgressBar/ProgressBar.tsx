import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components'
import { IconButton } from '../IconButton/IconButton.tsx'
import { classNames } from '../internal/classNames.ts'
import styles from './ProgressBar.module.css'

export interface ProgressBarProps {
  /** What is going on: "Reading giro-2024.sta". */
  label: string
  /** From 0 to `max`. Leave it out while the length of the work is unknown. */
  value?: number | undefined
  max?: number
  /** How far it is, in words: "1,204 of 5,000 entries". A percentage where it is left out. */
  valueText?: string | undefined
  /** Gives a cancel button at its end. */
  onCancel?: (() => void) | undefined
  /** Another control in the cancel button's place. */
  actions?: ReactNode
  className?: string | undefined
}

/** Work that takes longer than a second, and how far it is. */
export function ProgressBar({ label, value, max = 100, valueText, onCancel, actions, className }: ProgressBarProps) {
  const isIndeterminate = value === undefined
  const text = valueText ?? (isIndeterminate ? undefined : percent.format(max > 0 ? value / max : 1))
  return (
    <div className={classNames(styles.row, className)}>
      <AriaProgressBar
        className={styles.progress ?? ''}
        isIndeterminate={isIndeterminate}
        maxValue={max}
        {...(!isIndeterminate && { value })}
        {...(text !== undefined && { valueLabel: text })}
      >
        {({ percentage }) => (
          <>
            <Label className={styles.label ?? ''}>{label}</Label>
            <span className={styles.value}>{text}</span>
            <span className={styles.track}>
              <span
                className={classNames(styles.fill, isIndeterminate && styles.indeterminate)}
                style={isIndeterminate ? undefined : { inlineSize: `${percentage ?? 0}%` }}
              />
            </span>
          </>
        )}
      </AriaProgressBar>
      {actions}
      {onCancel && actions == null && (
        <IconButton className={styles.cancel} label={`Cancel: ${label}`} icon={<X />} onPress={() => onCancel()} />
      )}
    </div>
  )
}

const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 })
