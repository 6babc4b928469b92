import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { formatCount } from '../../records/format.ts'
import styles from './PlaceField.module.css'

export interface PlaceFieldProps {
  readonly label: string
  readonly value: number
  /** The largest place there is; the smallest is −1, before the first record. */
  readonly head: number
  readonly onChange: (place: number) => void
  readonly isDisabled?: boolean
}

/**
 * A place in the log: digits, with or without commas, `start` and `head`. Takes effect on Enter and when it is left;
 * arrows move it by one. What is no place is put back.
 */
export function PlaceField({ label, value, head, onChange, isDisabled = false }: PlaceFieldProps) {
  const [draft, setDraft] = useState<string>()
  const take = (place: number | undefined) => {
    setDraft(undefined)
    if (place !== undefined && place !== value) onChange(place)
  }
  return (
    <TextField
      className={styles.field ?? ''}
      value={draft ?? (value < 0 ? 'start' : formatCount(value))}
      isDisabled={isDisabled}
      onChange={setDraft}
      onBlur={() => draft !== undefined && take(placeOf(draft, head))}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
        if (by !== 0) {
          event.preventDefault()
          take(Math.max(-1, Math.min(head, value + by)))
        } else if (event.key === 'Enter') take(placeOf(draft ?? '', head))
        else if (event.key === 'Escape') setDraft(undefined)
        else event.continuePropagation()
      }}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <Input className={styles.input ?? ''} inputMode="numeric" spellCheck={false} autoComplete="off" />
    </TextField>
  )
}

/** `undefined` for what is no place of the log. */
export function placeOf(text: string, head: number): number | undefined {
  const word = text.trim().toLowerCase()
  if (word === 'start') return -1
  if (word === 'head' || word === 'end') return head
  const digits = word.replace(/^#/, '').replaceAll(/[,_\s]/g, '')
  if (!/^-?\d+$/.test(digits)) return undefined
  const place = Number(digits)
  return place >= -1 && place <= head ? place : undefined
}
