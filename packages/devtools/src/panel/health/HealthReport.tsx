import { Badge, Button } from '@playhead/ui'
import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ErrorView, StoreHealth } from '../../protocol/overview.ts'
import { countText, timeText } from '../transport/playheadText.ts'
import styles from './Health.module.css'
import { bytesText, msText } from './quantityText.ts'

interface HealthReportProps {
  health: StoreHealth
  /** What failed, newest last. */
  errors: readonly ErrorView[]
  onGo: (offset: number) => void
}

/** Figures of a store, and what went wrong in it, each with the way to its place. */
export function HealthReport({ health, errors, onGo }: HealthReportProps) {
  const { seekMs } = health
  return (
    <div className={styles.health}>
      <dl className={styles.figures}>
        <Figure name="Records" note={health.durable ? 'kept in the browser' : 'in memory alone'}>
          {countText(health.records)}
        </Figure>
        <Figure name="Growth" note="records a minute">
          {countText(Math.round(health.recordsPerMinute))}
        </Figure>
        <Figure
          name="Memory"
          note={health.bytesPerRecord === undefined ? undefined : `${bytesText(health.bytesPerRecord)} a record`}
        >
          {health.bytes === undefined ? NOT_KNOWN : bytesText(health.bytes)}
        </Figure>
        <Figure name="Checkpoints" note="places to replay from">
          {health.checkpoints === undefined ? NOT_KNOWN : countText(health.checkpoints)}
        </Figure>
        <Figure name="Seek" note={seekMs ? `longest ${msText(seekMs.worst)}` : 'none yet'}>
          {seekMs ? msText(seekMs.median) : NOT_KNOWN}
        </Figure>
        <Figure
          name="Quarantined"
          note={health.quarantined === 0 ? 'no reducer threw' : 'records whose reducer threw'}
          isBad={health.quarantined > 0}
        >
          {countText(health.quarantined)}
        </Figure>
      </dl>
      <ErrorList title="Errors" none="Nothing failed." errors={errors} onGo={onGo} />
      <ErrorList title="Development warnings" none="No warnings." errors={health.warnings} onGo={onGo} />
    </div>
  )
}

const NOT_KNOWN = '–'

function Figure({
  name,
  note,
  isBad = false,
  children,
}: {
  name: string
  note: string | undefined
  isBad?: boolean
  children: ReactNode
}) {
  return (
    <div className={styles.figure} data-bad={isBad || undefined}>
      <dt>{name}</dt>
      <dd>
        <span className={styles.value}>{children}</span>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </dd>
    </div>
  )
}

function ErrorList({
  title,
  none,
  errors,
  onGo,
}: {
  title: string
  none: string
  errors: readonly ErrorView[]
  onGo: (offset: number) => void
}) {
  return (
    <section className={styles.list}>
      <h3 className={styles.title}>
        {title} {errors.length > 0 && <Badge tone="negative">{errors.length}</Badge>}
      </h3>
      {errors.length === 0 ? (
        <p className={styles.none}>
          <CircleCheck aria-hidden="true" />
          {none}
        </p>
      ) : (
        <ol className={styles.errors}>
          {errors.toReversed().map((error, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same error may come twice in one millisecond
            <li key={`${error.time} ${error.code} ${place}`} className={styles.error}>
              <p className={styles.message}>{error.message}</p>
              <p className={styles.about}>
                <code>{error.code}</code>
                <time dateTime={new Date(error.time).toISOString()}>{timeText(error.time, Date.now())}</time>
                <GoTo offset={error.offset} onGo={onGo} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function GoTo({ offset, onGo }: { offset: number | undefined; onGo: (offset: number) => void }) {
  if (offset === undefined) return null
  return (
    <Button size="sm" variant="ghost" onPress={() => onGo(offset)}>
      Go to record {countText(offset)}
    </Button>
  )
}
