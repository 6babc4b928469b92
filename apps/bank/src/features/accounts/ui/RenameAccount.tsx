import { Button, Dialog, IconButton, TextField } from '@playhead/ui'
import { Pencil } from 'lucide-react'
import type { SubmitEvent } from 'react'
import { useState } from 'react'
import { useActions } from '../../../hooks.ts'
import type { Account } from '../../../ledger/index.ts'
import { bank, NAME_LENGTH_MAX } from '../../../ledger/index.ts'
import { useIsPast } from '../../time/index.ts'
import styles from './RenameAccount.module.css'

/** Calls an account otherwise. It can be undone. */
export function RenameAccount({ account }: { account: Account }) {
  const [isOpen, setOpen] = useState(false)
  const isPast = useIsPast()
  return (
    <>
      <IconButton
        label="Rename the account"
        icon={<Pencil />}
        size="sm"
        isDisabled={isPast}
        onPress={() => setOpen(true)}
      />
      <Dialog title="Rename the account" size="sm" isOpen={isOpen} onOpenChange={setOpen}>
        <NameForm account={account} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function NameForm({ account, onDone }: { account: Account; onDone: () => void }) {
  const { accountRenamed } = useActions(bank)
  const [name, setName] = useState(account.name)
  const isReady = name.trim() !== ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!isReady) return
    if (name.trim() !== account.name) accountRenamed({ account: account.id, name: name.trim() })
    onDone()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField label="Name" value={name} onChange={setName} maxLength={NAME_LENGTH_MAX} autoComplete="off" />
      <Button type="submit" variant="primary" isDisabled={!isReady}>
        Rename
      </Button>
    </form>
  )
}
