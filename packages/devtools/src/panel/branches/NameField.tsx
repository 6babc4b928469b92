import { TextField } from '@playhead/ui'
import { useState } from 'react'
import styles from './BranchRow.module.css'

export interface NameFieldProps {
  name: string
  onName: (name: string) => void
  onCancel: () => void
}

/** A name while it is changed: Enter or leaving it takes it, Escape does not. A branch has a name: none is the old one. */
export function NameField({ name, onName, onCancel }: NameFieldProps) {
  const [text, setText] = useState(name)
  const take = () => {
    const next = text.trim()
    if (next === '' || next === name) onCancel()
    else onName(next)
  }
  return (
    <TextField
      label="Name"
      isLabelHidden
      className={styles.nameField}
      value={text}
      onChange={setText}
      autoFocus
      maxLength={NAME_LENGTH_MAX}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
        else if (event.key === 'Escape') onCancel()
        else event.continuePropagation()
      }}
    />
  )
}

const NAME_LENGTH_MAX = 120
