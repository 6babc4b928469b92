import { IconButton, SegmentedControl } from '@playhead/ui'
import { ArrowLeftRight } from 'lucide-react'
import styles from './ComparisonBar.module.css'
import { PlaceField } from './PlaceField.tsx'

export interface Comparison {
  readonly before: number
  readonly after: number
}

export interface ComparisonBarProps {
  /** What is compared: a record's step where it is `undefined`. */
  readonly comparison: Comparison | undefined
  /** Place of the record that is inspected. */
  readonly place: number
  readonly head: number
  readonly onChange: (comparison: Comparison | undefined) => void
}

/** Chooses what is compared: what a record did, or any two places of the log. */
export function ComparisonBar({ comparison, place, head, onChange }: ComparisonBarProps) {
  return (
    <div className={styles.bar}>
      <SegmentedControl
        label="What is compared"
        size="sm"
        value={comparison ? 'two' : 'step'}
        segments={[
          { value: 'step', label: 'This step' },
          { value: 'two', label: 'Two places' },
        ]}
        onChange={(chosen) =>
          onChange(chosen === 'step' ? undefined : { before: Math.max(-1, place - 1), after: place })
        }
      />
      {comparison && (
        <div className={styles.places}>
          <PlaceField
            label="From"
            value={comparison.before}
            head={head}
            onChange={(before) => onChange({ ...comparison, before })}
          />
          <IconButton
            size="sm"
            label="Swap the two"
            icon={<ArrowLeftRight />}
            onPress={() => onChange({ before: comparison.after, after: comparison.before })}
          />
          <PlaceField
            label="To"
            value={comparison.after}
            head={head}
            onChange={(after) => onChange({ ...comparison, after })}
          />
        </div>
      )}
    </div>
  )
}
