import { Button, Card, Dialog, IconButton, TextField } from '@playhead/ui'
import { Trash2, UserPlus } from 'lucide-react'
import type { SubmitEvent } from 'react'
import { useState } from 'react'
import { useActions, useSelector } from '../../../hooks.ts'
import { formatIban } from '../../../text/formatIban.ts'
import { ibanOf } from '../../../text/iban.ts'
import { useIsPast } from '../../time/index.ts'
import { payments as happened } from '../actions.ts'
import { PAYEE_NAME_LENGTH_MAX } from '../orderSchema.ts'
import { payeesByName } from '../payees.ts'
import itemStyles from './PaymentItem.module.css'
import styles from './TransferForm.module.css'

/** Who is paid more than once. */
export function Payees() {
  const all = useSelector(payeesByName)
  const { payeeRemoved } = useActions(happened)
  const isPast = useIsPast()
  return (
    <Card title="Payees" actions={<NewPayee />} padding="none">
      {all.length === 0 ? (
        <p className={itemStyles.empty}>Nobody yet. Whom you pay can be kept here.</p>
      ) : (
        // biome-ignore lint/a11y/noRedundantRoles: without markers, Safari does not call it a list
        <ul role="list" className={itemStyles.list}>
          {all.map(({ payeeId, name, iban }) => (
            <li key={payeeId} className={itemStyles.item}>
              <div className={itemStyles.words}>
                <div className={itemStyles.name}>{name}</div>
                <div className={itemStyles.detail}>{formatIban(iban)}</div>
              </div>
              <IconButton
                label={`Remove ${name}`}
                icon={<Trash2 />}
                size="sm"
                isDisabled={isPast}
                onPress={() => payeeRemoved({ payeeId })}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function NewPayee() {
  const [isOpen, setOpen] = useState(false)
  const isPast = useIsPast()
  return (
    <>
      <Button size="sm" icon={<UserPlus />} isDisabled={isPast} onPress={() => setOpen(true)}>
        New payee
      </Button>
      <Dialog title="New payee" size="sm" isOpen={isOpen} onOpenChange={setOpen}>
        <PayeeForm onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function PayeeForm({ onDone }: { onDone: () => void }) {
  const { payeeSaved } = useActions(happened)
  const [payeeId] = useState(() => crypto.randomUUID())
  const [name, setName] = useState('')
  const [iban, setIban] = useState('')
  const checked = ibanOf(iban)
  const isReady = checked !== undefined && name.trim() !== ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!isReady) return
    payeeSaved({ payeeId, name: name.trim(), iban: checked })
    onDone()
  }
  return (
    <form className={styles.fields} onSubmit={submit}>
      <TextField label="Name" value={name} onChange={setName} maxLength={PAYEE_NAME_LENGTH_MAX} autoComplete="off" />
      <TextField
        label="IBAN"
        value={iban}
        onChange={setIban}
        autoComplete="off"
        spellCheck="false"
        {...(iban.replace(/\s+/g, '').length > 14 &&
          checked === undefined && { errorMessage: 'Not a valid IBAN yet.' })}
      />
      <Button type="submit" variant="primary" isDisabled={!isReady}>
        Save
      </Button>
    </form>
  )
}
