import { Badge } from '@playhead/ui'
import type { SessionReport } from '../../protocol/calls.ts'
import type { SessionCheck } from '../../protocol/sessions.ts'
import { countOf, formatCount, formatTime } from '../records/format.ts'
import { SafeText } from '../values/SafeText.tsx'
import { Note } from './Note.tsx'
import styles from './SessionReportView.module.css'

export interface SessionReportViewProps {
  readonly check: SessionCheck
  /** After it was opened: whether it comes to the state that it was saved with. */
  readonly hash: SessionReport['hash'] | undefined
}

/** What is in a session file, and how this app reads it. */
export function SessionReportView({ check, hash }: SessionReportViewProps) {
  const { header, records, span, types, problems, problemsLeftOut } = check
  return (
    <div className={styles.report}>
      <dl className={styles.facts}>
        <Fact name="Records">
          {formatCount(records)}
          {header && ` of #${formatCount(header.from)} to #${formatCount(header.to)}`}
        </Fact>
        {span && (
          <Fact name="Recorded">
            {formatTime(span.from)} to {formatTime(span.to)}
          </Fact>
        )}
        {header?.app !== undefined && (
          <Fact name="By">
            <SafeText>{header.app}</SafeText>
            {header.build !== undefined && (
              <>
                , build <SafeText>{header.build}</SafeText>
              </>
            )}
          </Fact>
        )}
        {header && header.redacted.length > 0 && (
          <Fact name="Taken out">
            <SafeText>{header.redacted.join(', ')}</SafeText>
          </Fact>
        )}
        {hash && (
          <Fact name="State">
            <HashWords hash={hash} />
          </Fact>
        )}
      </dl>
      {hash === 'different' && (
        <Note tone="warning" title="It comes to another state than it was saved with">
          This app’s reducers have changed since, or records are missing. The records are as they are in the file.
        </Note>
      )}
      {types.length > 0 && <Types types={types} />}
      {problems.length > 0 && <Problems problems={problems} leftOut={problemsLeftOut} />}
    </div>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function HashWords({ hash }: { readonly hash: SessionReport['hash'] }) {
  if (hash === 'same') return <Badge tone="positive">the same as when it was saved</Badge>
  if (hash === 'different') return <Badge tone="warning">different</Badge>
  return <span className={styles.quiet}>the file says nothing of it</span>
}

const READINGS = {
  same: { tone: 'neutral', words: 'as it is' },
  upcast: { tone: 'info', words: 'upcast' },
  newer: { tone: 'warning', words: 'newer: kept, not folded' },
  unknown: { tone: 'warning', words: 'unknown: kept, not folded' },
} as const

/** What needs attention comes first. */
const ORDER = ['unknown', 'newer', 'upcast', 'same']

function Types({ types }: Pick<SessionCheck, 'types'>) {
  const sorted = [...types].sort((a, b) => ORDER.indexOf(a.reading) - ORDER.indexOf(b.reading))
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Type</th>
            <th scope="col">Version</th>
            <th scope="col" className={styles.number}>
              Records
            </th>
            <th scope="col">Read</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ type, version, knownVersion, records, reading }) => (
            <tr key={`${type} ${version}`}>
              <td>
                <SafeText>{type}</SafeText>
              </td>
              <td className={styles.quiet}>
                {version}
                {knownVersion !== undefined && knownVersion !== version && ` → ${knownVersion}`}
              </td>
              <td className={styles.number}>{formatCount(records)}</td>
              <td>
                {reading === 'same' ? (
                  <span className={styles.quiet}>{READINGS.same.words}</span>
                ) : (
                  <Badge tone={READINGS[reading].tone}>{READINGS[reading].words}</Badge>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Problems that are drawn; a file of another kind has one in each line. */
const PROBLEMS_SHOWN = 50

function Problems({ problems, leftOut }: { readonly problems: SessionCheck['problems']; readonly leftOut: number }) {
  const left = problems.length + leftOut - Math.min(problems.length, PROBLEMS_SHOWN)
  return (
    <div>
      <h4 className={styles.heading}>{countOf(problems.length + leftOut, 'problem')}</h4>
      <ol className={styles.problems}>
        {problems.slice(0, PROBLEMS_SHOWN).map(({ line, code, message }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line may have two problems, and the list never changes
          <li key={index}>
            <span className={styles.line}>{line === undefined ? 'file' : `line ${formatCount(line)}`}</span>
            <span className={styles.message}>
              <SafeText>{message.replace(/^Line [\d,]+: /, '')}</SafeText>{' '}
              <span className={styles.quiet}>({code})</span>
            </span>
          </li>
        ))}
      </ol>
      {left > 0 && <p className={styles.quiet}>{formatCount(left)} more problems.</p>}
    </div>
  )
}
