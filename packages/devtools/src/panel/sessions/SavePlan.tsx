import type { SessionPlan } from '../../protocol/sessions.ts'
import { formatCount } from '../records/format.ts'
import { formatBytes } from './formatBytes.ts'
import styles from './SavePlan.module.css'

/** What a file would hold, in figures. */
export function SavePlan({ plan, asked }: { readonly plan: SessionPlan; readonly asked: { readonly from: number } }) {
  const { from, to, bytes, checkpoint, types } = plan
  return (
    <div className={styles.plan}>
      <dl className={styles.figures}>
        <Figure name="Records" value={formatCount(to - from + 1)} />
        <Figure name="Types" value={formatCount(types.length)} />
        <Figure name="Size" value={`≈ ${formatBytes(bytes)}`} />
      </dl>
      {from < asked.from && (
        <p className={styles.note}>
          Begins at #{formatCount(from)}, earlier than you chose: something in the range undoes what is before it.
        </p>
      )}
      {checkpoint && <p className={styles.note}>Begins with the state before #{formatCount(from)}.</p>}
    </div>
  )
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
