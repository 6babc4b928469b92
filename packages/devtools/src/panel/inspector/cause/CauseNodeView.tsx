import { VisuallyHidden } from '@playhead/ui'
import { CircleCheck, CircleDashed, CircleSlash, CircleX, Ellipsis, FastForward, Radio } from 'lucide-react'
import type { RunView } from '../../../protocol/overview.ts'
import { trackColour } from '../../colour/trackColour.ts'
import { formatCount, formatGap } from '../../records/format.ts'
import { SafeText } from '../../values/SafeText.tsx'
import styles from './CauseNodeView.module.css'
import type { GraphNode } from './causeNodes.ts'
import { OUTCOME_WORDS, runLength } from './causeWords.ts'

const OUTCOME_ICONS = {
  running: CircleDashed,
  done: CircleCheck,
  cancelled: CircleSlash,
  superseded: FastForward,
  failed: CircleX,
} as const

export interface CauseNodeViewProps {
  readonly node: GraphNode
  /** Time of the record that the graph is about. */
  readonly selfTime: number
}

/** What stands in a node of the graph. */
export function CauseNodeView({ node, selfTime }: CauseNodeViewProps) {
  if (node.kind === 'more') {
    return (
      <span className={styles.words}>
        <span className={styles.title}>
          <Ellipsis aria-hidden="true" className={styles.icon} />
          {formatCount(node.count)} {node.what}
        </span>
      </span>
    )
  }
  if (node.kind === 'run') return <Run effect={node.effect} run={node.run} details={node.details} />
  const { record, role } = node
  return (
    <>
      {role === 'outside' ? <Radio aria-hidden="true" className={styles.icon} /> : <span className={styles.dot} />}
      <span className={styles.words}>
        <span className={styles.title}>
          <SafeText>{record.type}</SafeText>
        </span>{' '}
        <span className={styles.facts}>
          <span>{record.offset === undefined ? 'pending' : `#${formatCount(record.offset)}`}</span>{' '}
          <span>
            {role === 'outside' ? 'from outside' : role === 'self' ? 'this record' : sinceWords(record.time - selfTime)}
          </span>
        </span>
      </span>
    </>
  )
}

const sinceWords = (ms: number): string =>
  ms === 0 ? 'at once' : ms < 0 ? `${formatGap(-ms)} before` : `${formatGap(ms)} later`

function Run({
  effect,
  run,
  details,
}: {
  readonly effect: string
  readonly run: number
  readonly details: RunView | undefined
}) {
  const Icon = details ? OUTCOME_ICONS[details.outcome] : CircleCheck
  const length = details && runLength(details)
  return (
    <>
      <Icon
        aria-hidden="true"
        className={styles.icon}
        data-outcome={details?.outcome}
        style={details ? undefined : { color: `var(${trackColour(effect)})` }}
      />
      <span className={styles.words}>
        <span className={styles.title}>
          <VisuallyHidden>effect </VisuallyHidden>
          <SafeText>{effect}</SafeText>
        </span>{' '}
        <span className={styles.facts}>
          <span>run {formatCount(run)}</span>{' '}
          {details && (
            <span>
              {OUTCOME_WORDS[details.outcome].replace(/^(is|was) /, '')}
              {length && `, ${length}`}
            </span>
          )}
        </span>
      </span>
    </>
  )
}
