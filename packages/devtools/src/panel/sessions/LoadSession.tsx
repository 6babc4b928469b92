import { Button, DropZone, PageDropTarget, ProgressBar } from '@playhead/ui'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import type { SessionReport } from '../../protocol/calls.ts'
import type { AgentConnection } from '../../protocol/connectPanel.ts'
import type { SessionCheck } from '../../protocol/sessions.ts'
import { useAgent } from '../connection/AgentContext.ts'
import { panel } from '../model/panelActions.ts'
import { useActions } from '../model/panelStore.ts'
import { countOf } from '../records/format.ts'
import styles from './LoadSession.module.css'
import { Note } from './Note.tsx'
import { SessionReportView } from './SessionReportView.tsx'
import { sessionVerdict } from './sessionVerdict.ts'

/** How far a file has come. */
type Loading =
  | { readonly step: 'reading' | 'opening'; readonly name: string; readonly check?: SessionCheck }
  | { readonly step: 'checked'; readonly name: string; readonly text: string; readonly check: SessionCheck }
  | { readonly step: 'opened'; readonly name: string; readonly check: SessionCheck; readonly report: SessionReport }
  | { readonly step: 'failed'; readonly name: string; readonly message: string; readonly check?: SessionCheck }

/**
 * Opens a session file, dropped anywhere on the panel or chosen. One that is whole is opened at once; of any other it
 * is said what is wrong and where, and what can be read of it is offered.
 */
export function LoadSession() {
  const agent = useAgent()
  const { storeChosen } = useActions(panel)
  const [loading, setLoading] = useState<Loading>()

  async function open(name: string, text: string, check: SessionCheck): Promise<void> {
    setLoading({ step: 'opening', name, check })
    setLoading(await opened(agent, name, text, check))
  }
  async function take(file: File): Promise<void> {
    setLoading({ step: 'reading', name: file.name })
    const read = await checked(agent, file)
    setLoading(read)
    if (read.step === 'checked' && sessionVerdict(read.check).kind === 'whole')
      await open(read.name, read.text, read.check)
  }
  const takeFirst = (files: readonly File[]) => {
    if (files[0]) void take(files[0])
  }

  return (
    <div className={styles.load}>
      <PageDropTarget label="Drop to open the session" onFiles={takeFirst} />
      <DropZone
        className={styles.zone}
        label="Drop a session here"
        description=".playhead, from this app or another build of it"
        buttonLabel="Choose a file"
        accept={['.playhead', '.ndjson']}
        allowsMultiple={false}
        icon={<FileUp />}
        onFiles={takeFirst}
      />
      {loading && (
        <section className={styles.outcome} aria-label={`Import of ${loading.name}`}>
          <Outcome
            loading={loading}
            onOpen={() => loading.step === 'checked' && void open(loading.name, loading.text, loading.check)}
            onDismiss={() => setLoading(undefined)}
            onShow={storeChosen}
          />
        </section>
      )}
    </div>
  )
}

async function checked(agent: AgentConnection, file: File): Promise<Loading> {
  const { name } = file
  try {
    const text = await file.text()
    return { step: 'checked', name, text, check: await agent.call('checkSession', { text }) }
  } catch (thrown) {
    return { step: 'failed', name, message: thrown instanceof Error ? thrown.message : String(thrown) }
  }
}

async function opened(agent: AgentConnection, name: string, text: string, check: SessionCheck): Promise<Loading> {
  try {
    const report = await agent.call('loadSession', { text, name: name.replace(/\.(playhead|ndjson)$/, '') })
    return { step: 'opened', name, check, report }
  } catch (thrown) {
    return { step: 'failed', name, check, message: thrown instanceof Error ? thrown.message : String(thrown) }
  }
}

interface OutcomeProps {
  readonly loading: Loading
  readonly onOpen: () => void
  readonly onDismiss: () => void
  readonly onShow: (store: string) => void
}

function Outcome({ loading, onOpen, onDismiss, onShow }: OutcomeProps) {
  const dismiss = (
    <Button size="sm" variant="ghost" onPress={onDismiss}>
      Dismiss
    </Button>
  )
  switch (loading.step) {
    case 'reading':
      return <ProgressBar label={`Reading ${loading.name}`} valueText="" />
    case 'opening':
      return <ProgressBar label={`Opening ${loading.name}`} valueText="" />
    case 'failed':
      return (
        <>
          <Note tone="error" title={`${loading.name} could not be opened`} actions={dismiss}>
            {loading.message}
          </Note>
          {loading.check && <SessionReportView check={loading.check} hash={undefined} />}
        </>
      )
    case 'opened':
      return (
        <>
          <Note
            tone="good"
            title={`${loading.name} is open`}
            actions={
              <>
                <Button size="sm" variant="primary" onPress={() => onShow(loading.report.store)}>
                  Look at it
                </Button>
                {dismiss}
              </>
            }
          >
            {countOf(loading.report.records, 'record')}, beside the app’s own stores. The app goes on with its own.
          </Note>
          <SessionReportView check={loading.check} hash={loading.report.hash} />
        </>
      )
    case 'checked':
      return <Verdict name={loading.name} check={loading.check} onOpen={onOpen} dismiss={dismiss} />
  }
}

interface VerdictProps {
  readonly name: string
  readonly check: SessionCheck
  readonly onOpen: () => void
  readonly dismiss: React.ReactNode
}

function Verdict({ name, check, onOpen, dismiss }: VerdictProps) {
  const verdict = sessionVerdict(check)
  if (verdict.kind === 'whole') return <ProgressBar label={`Opening ${name}`} valueText="" />
  return (
    <>
      <Note
        tone={verdict.kind === 'partly' ? 'warning' : 'error'}
        title={verdict.title}
        actions={
          <>
            {verdict.kind === 'partly' && (
              <Button size="sm" onPress={onOpen}>
                Open the {countOf(check.records, 'record')} that can be read
              </Button>
            )}
            {dismiss}
          </>
        }
      >
        {verdict.why?.message ?? `There is nothing in ${name}.`}
      </Note>
      {check.records > 0 && <SessionReportView check={check} hash={undefined} />}
    </>
  )
}
