import { Badge } from '@playhead/ui'
import { TriangleAlert } from 'lucide-react'
import type { TimingView } from '../../../protocol/calls.ts'
import { trackColour } from '../../colour/trackColour.ts'
import { formatCount } from '../../records/format.ts'
import { SafeText } from '../../values/SafeText.tsx'
import { Section } from '../Section.tsx'
import { formatCost } from './formatCost.ts'
import styles from './TimingReport.module.css'

/** What a record cost, slice by slice. */
export function TimingReport({ timing }: { readonly timing: TimingView }) {
  const { selectorsRun, subscribersTold, slow, slowMs } = timing
  const reducers = [...timing.reducers].sort((a, b) => b.ms - a.ms)
  const total = reducers.reduce((sum, { ms }) => sum + ms, 0)
  // The threshold has its place in the picture once something comes near it.
  const isNear = slowMs !== undefined && total > slowMs / 4
  const scale = Math.max(total, isNear ? slowMs : 0, Number.MIN_VALUE)
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields are in it
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must be reached to
    <div className={styles.report} role="group" aria-label="Timing" tabIndex={0}>
      <dl className={styles.facts}>
        <Figure name="Reducers" isSlow={slow}>
          {formatCost(total)}
        </Figure>
        <Figure name="Selectors run again">{selectorsRun === undefined ? '–' : formatCount(selectorsRun)}</Figure>
        <Figure name="Subscribers told">{subscribersTold === undefined ? '–' : formatCount(subscribersTold)}</Figure>
      </dl>
      {slow && (
        <p className={styles.slow}>
          <TriangleAlert aria-hidden="true" />
          {slowMs === undefined
            ? 'Slow.'
            : `Slow: from ${formatCost(slowMs)} on, folding one record takes a good part of a frame.`}
        </p>
      )}
      <Section title="Reducers by slice">
        {reducers.length === 0 ? (
          <p className={styles.none}>No slice listens to this type.</p>
        ) : (
          <ul className={styles.bars}>
            {reducers.map(({ slice, ms }) => (
              <li key={slice} className={styles.bar}>
                <span className={styles.name}>
                  <SafeText>{slice}</SafeText>
                </span>
                <span className={styles.track}>
                  <span
                    className={styles.fill}
                    style={{ inlineSize: `${(ms / scale) * 100}%`, background: `var(${trackColour(slice)})` }}
                  />
                  {isNear && (
                    <span className={styles.threshold} style={{ insetInlineStart: `${(slowMs / scale) * 100}%` }} />
                  )}
                </span>
                <span className={styles.cost}>{formatCost(ms)}</span>
                <span className={styles.mark}>
                  {slowMs !== undefined && ms >= slowMs && <Badge tone="warning">slow</Badge>}
                </span>
              </li>
            ))}
          </ul>
        )}
        {isNear && (
          <p className={styles.legend}>The line marks {formatCost(slowMs)}, from where on it counts as slow.</p>
        )}
      </Section>
      {selectorsRun === undefined && (
        <p className={styles.none}>
          Selectors and subscribers are counted for records that come in while the panel is open.
        </p>
      )}
    </div>
  )
}

interface FigureProps {
  readonly name: string
  readonly isSlow?: boolean
  readonly children: string
}

function Figure({ name, isSlow = false, children }: FigureProps) {
  return (
    <div className={styles.figure} data-slow={isSlow || undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
