import { exportSession } from '@playhead/core'
import { Button, Card, Checkbox, Dialog } from '@playhead/ui'
import { Download, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { counted, formatCount } from '../../calendar/index.ts'
import { Parts } from '../../feature/index.ts'
import { useLive } from '../../features/time/index.ts'
import { useStream } from '../../hooks.ts'
import { download } from '../../layout/download.ts'
import { ledger } from '../../ledger/index.ts'
import { useBank } from '../BankContext.ts'
import styles from './YourDataPage.module.css'

/** What is stored, said plainly; the way to take it along, and the way to have it forgotten. */
export function YourDataPage() {
  const { store, storage } = useBank()
  const { head } = useStream(store.timeline.playhead$, store.timeline.playhead)
  const { accounts, entries } = useLive(ledger)
  const bytes = useStoredBytes()
  return (
    <div className={styles.page}>
      <Card title="What is stored" description="All of it is in this browser. None of it is sent anywhere.">
        <dl className={styles.facts}>
          <Fact name="Where">
            {storage === 'durable' ? 'In this browser’s storage for this site' : 'In memory alone: gone with this page'}
          </Fact>
          <Fact name="The log">
            {counted(head + 1, 'record', 'records')}: everything that ever happened here
            <Parts of="yourData" />
          </Fact>
          <Fact name="In it">
            {counted(entries.size, 'entry', 'entries')} on {counted(accounts.size, 'account', 'accounts')}, with names,
            IBANs and purposes as your files and transfers had them
          </Fact>
          <Fact name="Files">A statement is kept while its booking is cut off, and removed once it is booked</Fact>
          <Fact name="Settings">The theme, and where the log ended at your last visit</Fact>
          {bytes !== undefined && <Fact name="Space">{formatCount(Math.ceil(bytes / 1_024))} KiB for this site</Fact>}
        </dl>
      </Card>
      <TakeAlong />
      <Forget />
    </div>
  )
}

function TakeAlong() {
  const { store } = useBank()
  const [isRedacted, setRedacted] = useState(false)
  const [state, setState] = useState<{ readonly isRunning: boolean; readonly problem?: string }>({ isRunning: false })
  const take = async () => {
    setState({ isRunning: true })
    try {
      await store.load()
      const parts: string[] = []
      for await (const part of exportSession(store, {
        app: 'playhead-bank',
        ...(isRedacted && { redact: personal }),
      })) {
        parts.push(part)
      }
      download(`bank${isRedacted ? '-redacted' : ''}.playhead`, parts, 'application/x-ndjson')
      setState({ isRunning: false })
    } catch (error) {
      setState({ isRunning: false, problem: error instanceof Error ? error.message : String(error) })
    }
  }
  return (
    <Card title="Take it along">
      <div className={styles.section}>
        <p>
          A session file has the whole log, one record a line, as text that any program can read. Payees and purposes of
          transfers are always left out of it.
        </p>
        <Checkbox isSelected={isRedacted} onChange={setRedacted}>
          Leave out names, account numbers and purposes of all entries, too
        </Checkbox>
        <Button icon={<Download />} isPending={state.isRunning} onPress={() => void take()}>
          Export the log
        </Button>
        {state.problem !== undefined && <p role="alert">{state.problem}</p>}
      </div>
    </Card>
  )
}

/** What tells of people in records that do not take it out themselves. Amounts and days stay, so that all still adds up. */
const personal = {
  'bank/accountOpened': ['payload.name', 'payload.owner', 'payload.iban', 'payload.bank'],
  'bank/accountRenamed': ['payload.name'],
  'bank/entryPosted': ['payload.memo', 'payload.counterparty', 'payload.reference'],
  'bank/holdPlaced': ['payload.memo'],
  'import/received': ['payload.fileName'],
} as const

function Forget() {
  const { forget } = useBank()
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState<string>()
  return (
    <Card title="Forget me">
      <div className={styles.section}>
        <p>
          Deletes the log with its whole history, kept files and settings. The page then begins empty. A log is never
          changed in part, so there is no deleting of a single name: export it without names instead.
        </p>
        <Dialog
          role="alertdialog"
          size="sm"
          title="Delete everything that is stored here?"
          isDismissable={!isPending}
          trigger={
            <Button variant="danger" icon={<Trash2 />}>
              Forget me
            </Button>
          }
          footer={(close) => (
            <>
              <Button isDisabled={isPending} onPress={close}>
                Keep it
              </Button>
              <Button
                variant="danger"
                isPending={isPending}
                onPress={() => {
                  setPending(true)
                  forget().catch((error: unknown) => {
                    setPending(false)
                    setFailure(error instanceof Error ? error.message : String(error))
                  })
                }}
              >
                Delete it all
              </Button>
            </>
          )}
        >
          <p>There is no way back. Export the log first if you may want it again.</p>
          {failure !== undefined && <p role="alert">{failure}</p>}
        </Dialog>
      </div>
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What the browser counts for this site; undefined where it does not say. */
function useStoredBytes(): number | undefined {
  const [bytes, setBytes] = useState<number>()
  useEffect(() => {
    let isOn = true
    void navigator.storage?.estimate?.().then(
      ({ usage }) => isOn && setBytes(usage),
      () => {},
    )
    return () => {
      isOn = false
    }
  }, [])
  return bytes
}
