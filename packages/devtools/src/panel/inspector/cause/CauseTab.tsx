import { EmptyState, SegmentedControl, Skeleton } from '@playhead/ui'
import { List, Network } from 'lucide-react'
import { useState } from 'react'
import type { CauseGraph } from '../../../protocol/calls.ts'
import { useCall } from '../../connection/useCall.ts'
import { useThrottled } from '../../connection/useThrottled.ts'
import { countOf } from '../../records/format.ts'
import { Refused } from '../Refused.tsx'
import { useTravel } from '../useTravel.ts'
import { CauseGraphView } from './CauseGraphView.tsx'
import { CauseList } from './CauseList.tsx'
import styles from './CauseTab.module.css'

export interface CauseTabProps {
  readonly store: string
  readonly place: number
}

/** While it plays, nobody reads faster; to find what a record led to costs a search. */
const SHOWN_MS = 150

/** Why a record is there, and what came of it. */
export function CauseTab({ store, place }: CauseTabProps) {
  const [form, setForm] = useState<'graph' | 'list'>('graph')
  const travel = useTravel(store)
  const at = useThrottled(place, SHOWN_MS)
  const { got, refused } = useCall('causes', at >= 0 ? { store, at } : undefined)
  if (place < 0) {
    return (
      <EmptyState icon={<Network />} title="No causes">
        The initial state comes from the slices themselves.
      </EmptyState>
    )
  }
  if (refused) return <Refused what="The causes are not known" error={refused} />
  if (!got) {
    return (
      <div className={styles.loading}>
        <Skeleton shape="block" inlineSize="11rem" blockSize="2.5rem" />
        <Skeleton shape="block" inlineSize="9rem" blockSize="2.5rem" />
        <Skeleton shape="block" inlineSize="11rem" blockSize="2.5rem" />
      </div>
    )
  }
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <p className={styles.words}>{summaryOf(got)}</p>
        <SegmentedControl
          label="Form"
          size="sm"
          isIconOnly
          value={form}
          onChange={setForm}
          segments={[
            { value: 'graph', label: 'Graph', icon: <Network /> },
            { value: 'list', label: 'List', icon: <List /> },
          ]}
        />
      </div>
      {form === 'graph' ? (
        <CauseGraphView graph={got} onTravel={travel} />
      ) : (
        <CauseList graph={got} onTravel={travel} />
      )}
    </div>
  )
}

/** A graph in two sentences. */
function summaryOf({ ancestors, effects, direct, more }: CauseGraph): string {
  const caused = direct.length + more + effects.reduce((sum, effect) => sum + effect.caused.length, 0)
  const from = ancestors.length === 0 ? 'Came from outside' : `${countOf(ancestors.length, 'record')} led to it`
  const to = [
    ...(effects.length === 0 ? [] : [`started ${countOf(effects.length, 'effect run')}`]),
    caused === 0 ? 'led to nothing more' : `led to ${countOf(caused, 'record')}`,
  ]
  return `${from}. It ${to.join(' and ')}.`
}
