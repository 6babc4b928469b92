import { Banner, Button, Select, TextField } from '@playhead/ui'
import type { SubmitEvent } from 'react'
import { useState } from 'react'
import { useSelector } from '../../../hooks.ts'
import { NAME_LENGTH_MAX } from '../../../ledger/index.ts'
import type { Currency } from '../../../money/index.ts'
import { accounts } from '../../accounts/index.ts'
import styles from './PlanPreview.module.css'

export interface AccountQuestionProps {
  /** In which the file counts. */
  currencies: readonly Currency[]
  onAnswer: (accountId: string, newName?: string) => void
}

/** Which account a file is of that names none: one of the same currency, or a new one with a name. */
export function AccountQuestion({ currencies, onAnswer }: AccountQuestionProps) {
  const own = useSelector(accounts)
  const [isNew, setNew] = useState(false)
  const [name, setName] = useState('')
  const fitting = own.filter(({ currency }) => currencies.includes(currency))
  const others = own.length - fitting.length
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onAnswer(`account-${crypto.randomUUID()}`, name.trim())
  }
  return (
    <Banner kind="warning" announce="off" title="The file does not name its account">
      <form className={styles.question} onSubmit={submit}>
        <Select
          className={styles.account}
          label="Which account is it of?"
          options={[
            ...fitting.map(({ id, name: known }) => ({ value: id, label: known })),
            { value: NEW, label: 'A new account' },
          ]}
          value={isNew ? NEW : null}
          onChange={(id) => {
            setNew(id === NEW)
            if (id !== NEW) onAnswer(id)
          }}
          {...(others > 0 && {
            description: `The file is in ${currencies.join(' and ')}: accounts of other currencies are not offered.`,
          })}
        />
        {isNew && (
          <>
            <TextField
              className={styles.account}
              label="Name of the new account"
              value={name}
              onChange={setName}
              maxLength={NAME_LENGTH_MAX}
              placeholder="Current account"
              autoComplete="off"
            />
            <Button type="submit" isDisabled={name.trim() === ''}>
              Use this name
            </Button>
          </>
        )}
      </form>
    </Banner>
  )
}

const NEW = '*'
