import { Button } from '@playhead/ui'
import { CornerDownRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RecordView } from '../../protocol/RecordView.ts'
import { formatCount, formatGap, formatTime } from '../records/format.ts'
import { PreviewText } from '../values/PreviewText.tsx'
import { SafeText } from '../values/SafeText.tsx'
import styles from './RecordFacts.module.css'

export interface RecordFactsProps {
  readonly record: RecordView
  readonly onTravel: (to: number) => void
  /** Shows the run of the effect that sent it. */
  readonly onCause: () => void
}

/** What is known of a record beside its payload. */
export function RecordFacts({ record, onTravel, onCause }: RecordFactsProps) {
  const { cause, effect, version, knownVersion } = record
  return (
    <dl className={styles.facts}>
      <Fact name="Offset">{formatCount(record.offset)}</Fact>
      <Fact name="Type">
        <SafeText>{record.type}</SafeText>
      </Fact>
      <Fact name="Version">
        {version}
        {knownVersion === undefined
          ? ' · this app does not define the type'
          : knownVersion > version
            ? ` · read as ${knownVersion}`
            : knownVersion < version && ` · newer than this app knows (${knownVersion})`}
      </Fact>
      <Fact name="Time">
        {formatTime(record.time)} <span className={styles.quiet}>+{formatGap(record.sincePrevious)}</span>
      </Fact>
      <Fact name="Id">
        <span className={styles.code}>
          <SafeText>{record.id}</SafeText>
        </span>
      </Fact>
      {record.actor !== undefined && (
        <Fact name="Actor">
          <SafeText>{record.actor}</SafeText>
        </Fact>
      )}
      <Fact name="Caused by">
        {cause === undefined ? (
          <span className={styles.quiet}>something outside</span>
        ) : cause.offset === undefined ? (
          <>
            <span className={styles.code}>
              <SafeText>{cause.id}</SafeText>
            </span>{' '}
            <span className={styles.quiet}>not in this log</span>
          </>
        ) : (
          <GoTo to={cause.offset} type={cause.type ?? cause.id} onTravel={onTravel} />
        )}
      </Fact>
      {effect && (
        <Fact name="Effect">
          <Button size="sm" variant="ghost" className={styles.link} onPress={onCause}>
            {effect.name}
          </Button>{' '}
          <span className={styles.quiet}>run {formatCount(effect.run)}</span>
        </Fact>
      )}
      {record.group !== undefined && (
        <Fact name="Group">
          <SafeText>{record.group}</SafeText>
        </Fact>
      )}
      <Fact name="Slices">
        {record.slices.length === 0 ? (
          <span className={styles.quiet}>none listens to it</span>
        ) : (
          <SafeText>{record.slices.join(', ')}</SafeText>
        )}
      </Fact>
      {record.rest && (
        <Fact name="Other fields">
          <span className={styles.code}>
            <PreviewText preview={record.rest} />
          </span>
        </Fact>
      )}
      {record.errors.map((message) => (
        <Fact key={message} name="Error">
          <span className={styles.error}>
            <SafeText>{message}</SafeText>
          </span>
        </Fact>
      ))}
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface GoToProps {
  readonly to: number
  readonly type: string
  readonly onTravel: (to: number) => void
}

/** A record that one can go to. */
function GoTo({ to, type, onTravel }: GoToProps) {
  return (
    <Button size="sm" variant="ghost" className={styles.link} icon={<CornerDownRight />} onPress={() => onTravel(to)}>
      #{formatCount(to)} <SafeText>{type}</SafeText>
    </Button>
  )
}
