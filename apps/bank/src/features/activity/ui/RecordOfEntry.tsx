import { Card } from '@playhead/ui'
import { formatCount } from '../../../calendar/index.ts'
import { FeatureLink } from '../../../feature/index.ts'
import type { PostedEntry } from '../../../ledger/index.ts'
import { useTimeView } from '../../time/index.ts'
import { describeRecord } from '../describeRecord.ts'
import { recordById, recordOfEntry } from '../findRecord.ts'
import styles from './ActivityPage.module.css'

/** In the details of an entry: its place in the log, and what led to it, back to the beginning. */
export function RecordOfEntry({ entry }: { entry: PostedEntry }) {
  const { store } = useTimeView()
  const record = recordOfEntry(store, entry)
  if (!record) return null
  const chain = [record]
  for (let each = record; each.causedBy !== undefined && chain.length < CHAIN_MAX; ) {
    const cause = recordById(store, each.causedBy, each.offset)
    if (!cause) break
    chain.push(cause)
    each = cause
  }
  return (
    <Card
      title="In the log"
      level={3}
      actions={
        <FeatureLink to="/activity" className={styles.link}>
          Activity
        </FeatureLink>
      }
    >
      <ol className={styles.chain}>
        {chain.map((each, at) => {
          const { title, detail } = describeRecord(each)
          return (
            <li key={each.id}>
              {at > 0 && 'because of '}
              {title}, record {formatCount(each.offset)}
              {each.effect !== undefined && <>, by the effect {each.effect.name}</>}
              {at > 0 && detail !== '' && `: ${detail}`}
            </li>
          )
        })}
      </ol>
    </Card>
  )
}

const CHAIN_MAX = 10
