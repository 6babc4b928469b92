import type { ReactNode } from 'react'
import { SelectionIndicator, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { classNames } from '../internal/classNames.ts'
import styles from './SegmentedControl.module.css'

export interface Segment<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: ReactNode
  readonly isDisabled?: boolean
}

export interface SegmentedControlProps<Value extends string> {
  /** What is chosen: "Time axis". For screen readers; the segments should speak for themselves. */
  label: string
  segments: readonly Segment<Value>[]
  value: Value
  onChange: (value: Value) => void
  size?: 'sm' | 'md'
  /** Icons alone; the labels are their names. */
  isIconOnly?: boolean
  isDisabled?: boolean
  className?: string | undefined
}

/** One of two to five views of the same thing. Exactly one is chosen, and choosing acts at once. */
export function SegmentedControl<Value extends string>({
  label,
  segments,
  value,
  onChange,
  size = 'md',
  isIconOnly = false,
  isDisabled = false,
  className,
}: SegmentedControlProps<Value>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={classNames(styles.group, styles[size], className)}
      selectionMode="single"
      disallowEmptySelection
      isDisabled={isDisabled}
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = segments.find((segment) => keys.has(segment.value))
        if (chosen) onChange(chosen.value)
      }}
    >
      {segments.map((segment) => (
        <ToggleButton
          key={segment.value}
          id={segment.value}
          isDisabled={segment.isDisabled ?? false}
          className={styles.segment ?? ''}
          {...(isIconOnly && { 'aria-label': segment.label })}
        >
          <SelectionIndicator className={styles.indicator ?? ''} />
          <span className={styles.content}>
            {segment.icon}
            {!isIconOnly && segment.label}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
