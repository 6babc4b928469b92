import { SegmentedControl, TextField } from '@playhead/ui'
import { useState } from 'react'
import { formatCount } from '../records/format.ts'
import styles from './RangeChooser.module.css'
import type { ChosenRange, RangeChoice } from './rangeChoice.ts'

export interface RangeChooserProps {
  readonly choice: RangeChoice
  readonly onChange: (choice: RangeChoice) => void
  /** What it comes to; `undefined` where that is nothing. */
  readonly range: ChosenRange | undefined
  readonly hasLoop: boolean
}

/** Chooses which records go into a file. */
export function RangeChooser({ choice, onChange, range, hasLoop }: RangeChooserProps) {
  const last = choice.kind === 'last' ? choice : FIRST_LAST
  return (
    <div className={styles.chooser}>
      <SegmentedControl
        label="Records"
        size="sm"
        value={choice.kind}
        onChange={(kind) => onChange(kind === 'last' ? last : { kind })}
        segments={[
          { value: 'all', label: 'All' },
          { value: 'loop', label: 'Loop', isDisabled: !hasLoop },
          { value: 'last', label: 'Last …' },
        ]}
      />
      {choice.kind === 'last' && (
        <span className={styles.last}>
          <CountField count={choice.count} onChange={(count) => onChange({ ...choice, count })} />
          <SegmentedControl
            label="Unit"
            size="sm"
            value={choice.unit}
            onChange={(unit) => onChange({ ...choice, unit })}
            segments={[
              { value: 'records', label: 'records' },
              { value: 'minutes', label: 'minutes' },
            ]}
          />
        </span>
      )}
      <span className={styles.range}>
        {range ? `#${formatCount(range.from)} to #${formatCount(range.to)}` : 'No records'}
      </span>
    </div>
  )
}

const FIRST_LAST = { kind: 'last', count: 100, unit: 'records' } as const

function CountField({ count, onChange }: { readonly count: number; readonly onChange: (count: number) => void }) {
  const [text, setText] = useState(String(count))
  const typed = countOf(text)
  return (
    <TextField
      className={styles.count}
      label="How many"
      isLabelHidden
      inputMode="numeric"
      value={text}
      isInvalid={typed === undefined}
      onChange={(next) => {
        setText(next)
        const valid = countOf(next)
        if (valid !== undefined) onChange(valid)
      }}
      onBlur={() => setText(String(count))}
    />
  )
}

/** Digits, with or without commas; at least one. */
function countOf(text: string): number | undefined {
  const digits = text.replaceAll(/[,_\s]/g, '')
  return /^\d{1,9}$/.test(digits) && Number(digits) > 0 ? Number(digits) : undefined
}
