import { Button } from '@playhead/ui'
import type { CauseGraph, CauseNode } from '../../../protocol/calls.ts'
import { formatCount } from '../../records/format.ts'
import { SafeText } from '../../values/SafeText.tsx'
import styles from './CauseList.module.css'
import { OUTCOME_WORDS, runLength } from './causeWords.ts'

export interface CauseListProps {
  readonly graph: CauseGraph
  readonly onTravel: (to: number) => void
}

/** The graph of causes in words: what led to the record, and what it led to. */
export function CauseList({ graph, onTravel }: CauseListProps) {
  const { ancestors, self, effects, direct, more } = graph
  const nothing = effects.length === 0 && direct.length === 0 && more === 0
  return (
    <div className={styles.list}>
      <h3 className={styles.heading}>How it came about</h3>
      <ol className={styles.steps}>
        {[...ancestors, self].map((node, index) => (
          <li key={node.id} aria-current={node === self || undefined}>
            <RecordWords node={node} onTravel={onTravel} />{' '}
            <span className={styles.quiet}>
              {index === 0 ? (
                'from outside'
              ) : node.effect ? (
                <EffectWords effect={node.effect} />
              ) : (
                'dispatched by what handled it'
              )}
            </span>
          </li>
        ))}
      </ol>
      <h3 className={styles.heading}>What it led to</h3>
      {nothing && <p className={styles.quiet}>Nothing so far.</p>}
      <ul className={styles.steps}>
        {effects.map(({ run, caused }) => (
          <li key={`${run.effect} ${run.run}`}>
            <SafeText>{run.effect}</SafeText>{' '}
            <span className={styles.quiet}>
              run {formatCount(run.run)} {OUTCOME_WORDS[run.outcome]}
              {runLength(run) && ` after ${runLength(run)}`}
              {caused.length === 0 && ' and sent nothing'}
            </span>
            {caused.length > 0 && (
              <ul className={styles.steps}>
                {caused.map((node) => (
                  <li key={node.id}>
                    <RecordWords node={node} onTravel={onTravel} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
        {direct.map((node) => (
          <li key={node.id}>
            <RecordWords node={node} onTravel={onTravel} />
          </li>
        ))}
        {more > 0 && <li className={styles.quiet}>{formatCount(more)} more records</li>}
      </ul>
    </div>
  )
}

function RecordWords({ node, onTravel }: { readonly node: CauseNode; readonly onTravel: (to: number) => void }) {
  const { offset, type } = node
  if (offset === undefined) {
    return (
      <span>
        <SafeText>{type}</SafeText> <span className={styles.quiet}>pending</span>
      </span>
    )
  }
  return (
    <Button size="sm" variant="ghost" className={styles.link} onPress={() => onTravel(offset)}>
      <span className={styles.offset}>#{formatCount(offset)}</span> <SafeText>{type}</SafeText>
    </Button>
  )
}

function EffectWords({ effect }: { readonly effect: { readonly name: string; readonly run: number } }) {
  return (
    <>
      sent by <SafeText>{effect.name}</SafeText>, run {formatCount(effect.run)}
    </>
  )
}
