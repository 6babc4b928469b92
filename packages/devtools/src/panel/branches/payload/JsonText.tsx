import { useId } from 'react'
import styles from './PayloadEditor.module.css'

export interface JsonTextProps {
  label: string
  isLabelShown?: boolean
  text: string
  problem: string | undefined
  rows?: number
  onChange: (text: string) => void
}

/** A value as JSON, with what is wrong with it below. */
export function JsonText({ label, isLabelShown = false, text, problem, rows, onChange }: JsonTextProps) {
  const id = useId()
  const lines = text.split('\n').length
  return (
    <div className={styles.json}>
      {isLabelShown && (
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
      )}
      <textarea
        id={id}
        className={styles.text}
        {...(!isLabelShown && { 'aria-label': label })}
        aria-invalid={problem !== undefined}
        {...(problem !== undefined && { 'aria-describedby': `${id}-problem` })}
        rows={rows ?? Math.min(16, Math.max(4, lines + 1))}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        placeholder="No payload"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem !== undefined && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}
