import { EmptyState, Skeleton } from '@playhead/ui'
import { Timer } from 'lucide-react'
import { useCall } from '../../connection/useCall.ts'
import { useThrottled } from '../../connection/useThrottled.ts'
import { Refused } from '../Refused.tsx'
import { TimingReport } from './TimingReport.tsx'
import styles from './TimingTab.module.css'

export interface TimingTabProps {
  readonly store: string
  readonly place: number
}

/** While it plays, nobody reads faster. */
const SHOWN_MS = 150

/** What a record cost: its reducers, and who had to be told. */
export function TimingTab({ store, place }: TimingTabProps) {
  const at = useThrottled(place, SHOWN_MS)
  const { got, refused } = useCall('timing', at >= 0 ? { store, at } : undefined)
  if (place < 0) {
    return (
      <EmptyState icon={<Timer />} title="Nothing to measure">
        Before the first record nothing is folded.
      </EmptyState>
    )
  }
  if (refused) return <Refused what="The record could not be measured" error={refused} />
  if (!got) {
    return (
      <div className={styles.loading}>
        <Skeleton inlineSize="60%" />
        <Skeleton inlineSize="40%" />
        <Skeleton inlineSize="48%" />
      </div>
    )
  }
  return <TimingReport timing={got} />
}
