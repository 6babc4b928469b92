import { Banner, Button } from '@playhead/ui'
import { Send } from 'lucide-react'
import { useId } from 'react'
import { onMac } from '../../mount/shortcut.ts'
import type { TypeSeen } from '../../protocol/rows.ts'
import styles from './DispatchForm.module.css'
import { TypeField } from './TypeField.tsx'

interface DispatchFormProps {
  /** Types to choose from; another one can be written. */
  types: readonly TypeSeen[]
  type: string
  payload: string
  /** What is wrong with the payload's text. */
  problem: string | undefined
  /** What the app said to it. */
  failure: string | undefined
  isLocked: boolean
  isBusy: boolean
  onType: (type: string) => void
  onPayload: (text: string) => void
  onDispatch: () => void
}

/** A type, a payload, and a button. */
export function DispatchForm({
  types,
  type,
  payload,
  problem,
  failure,
  isLocked,
  isBusy,
  onType,
  onPayload,
  onDispatch,
}: DispatchFormProps) {
  const id = useId()
  const isReady = type.trim() !== '' && problem === undefined && !isLocked
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onDispatch()
      }}
    >
      {isLocked && (
        <Banner kind="warning" announce="off" title="The app is locked">
          It refuses every dispatch, until it is unlocked above.
        </Banner>
      )}
      <TypeField types={types} value={type} onChange={onType} />
      <div className={styles.field}>
        <label htmlFor={id} className={styles.label}>
          Payload
        </label>
        <textarea
          id={id}
          className={styles.payload}
          spellCheck={false}
          autoCapitalize="off"
          rows={8}
          value={payload}
          placeholder="None"
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-says`}
          onChange={(event) => onPayload(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.form?.requestSubmit()
          }}
        />
        <p id={`${id}-says`} className={problem === undefined ? styles.hint : styles.problem}>
          {problem ?? 'As Playhead stores it: JSON, with tags such as {"$date": …} for what JSON has not got.'}
        </p>
      </div>
      {failure !== undefined && (
        <Banner kind="error" title="Not dispatched">
          {failure}
        </Banner>
      )}
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" icon={<Send />} isDisabled={!isReady} isPending={isBusy}>
          Dispatch
        </Button>
        <span className={styles.keys}>{onMac() ? '⌘ Enter' : 'Ctrl Enter'}</span>
      </div>
    </form>
  )
}
