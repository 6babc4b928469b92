import { Button, Dialog, SegmentedControl } from '@playhead/ui'
import { Link } from '@tanstack/react-router'
import { Monitor, Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { Beginning } from './BankContext.ts'
import { useBank } from './BankContext.ts'
import styles from './SettingsDialog.module.css'
import type { Theme } from './theme.ts'
import { applyTheme, storedTheme } from './theme.ts'

/** Theme, data and storage, over the page. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Settings" size="sm" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SettingsContent leave={onClose} />
    </Dialog>
  )
}

function SettingsContent({ leave }: { leave: () => void }) {
  const { storage } = useBank()
  const [theme, setTheme] = useState(storedTheme)
  const [beginning, setBeginning] = useState<Beginning>()
  return (
    <div className={styles.settings}>
      <section className={styles.section}>
        <h3 className={styles.heading}>Theme</h3>
        <SegmentedControl
          label="Theme"
          segments={themes}
          value={theme}
          onChange={(chosen) => {
            setTheme(chosen)
            applyTheme(chosen)
          }}
        />
      </section>
      <section className={styles.section}>
        <h3 className={styles.heading}>Data</h3>
        <p className={styles.words}>
          {storage === 'durable'
            ? 'Your ledger is kept in this browser and never leaves it. Clearing the site’s data deletes it.'
            : 'This browser keeps no data for this site. Your ledger is gone when the page is closed.'}
        </p>
        <Link to="/your-data" onClick={leave}>
          Your data: what is stored, export, forget me
        </Link>
        <div className={styles.buttons}>
          <Button onPress={() => setBeginning('sample')}>Start over with sample data</Button>
          <Button onPress={() => setBeginning('empty')}>Start empty</Button>
        </div>
      </section>
      <StartOverDialog beginning={beginning} onClose={() => setBeginning(undefined)} />
    </div>
  )
}

function StartOverDialog({ beginning, onClose }: { beginning: Beginning | undefined; onClose: () => void }) {
  const { startOver } = useBank()
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState<string>()
  return (
    <Dialog
      role="alertdialog"
      size="sm"
      title={beginning === 'empty' ? 'Delete everything and start empty?' : 'Delete everything and start over?'}
      isOpen={beginning !== undefined}
      isDismissable={!isPending}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={(close) => (
        <>
          <Button isDisabled={isPending} onPress={close}>
            Keep it
          </Button>
          <Button
            variant="danger"
            isPending={isPending}
            onPress={() => {
              if (!beginning) return
              setPending(true)
              startOver(beginning).catch((error: unknown) => {
                setPending(false)
                setFailure(error instanceof Error ? error.message : String(error))
              })
            }}
          >
            Delete everything
          </Button>
        </>
      )}
    >
      <p>
        All accounts, entries and imports in this browser are deleted, with their whole history. There is no way back.
        {beginning === 'sample' && ' Then the sample household is made anew.'}
      </p>
      {failure !== undefined && <p role="alert">{failure}</p>}
    </Dialog>
  )
}

const themes: readonly { value: Theme; label: string; icon: ReactNode }[] = [
  { value: 'system', label: 'System', icon: <Monitor /> },
  { value: 'light', label: 'Light', icon: <Sun /> },
  { value: 'dark', label: 'Dark', icon: <Moon /> },
]
