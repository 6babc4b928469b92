import { EmptyState, Skeleton } from '@playhead/ui'
import { Timer } from 'lucide-react'
import { useCall } from '../../connection/useCall.ts'
import { Refused } from '../Refused.tsx'
import { TimingReport } from './TimingReport.tsx'
import styles from './TimingTab.module.css'

export interface TimingTabProps {
  readonly store: string
  readonly place: number
}

/** What a record cost: its reducers, and who had to be told. */
export function TimingTab({ store, place }: TimingTabProps) {
  const { got, refused } = useCall('timing', place >= 0 ? { store, at: place } : undefined)
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
