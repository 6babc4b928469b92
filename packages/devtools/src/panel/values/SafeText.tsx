import { memo } from 'react'
import styles from './SafeText.module.css'
import { visibleText } from './visibleText.ts'

export interface SafeTextProps {
  readonly children: string
  /** Marked wherever it occurs, without case: what was searched for. */
  readonly found?: string | undefined
}

/** A text of the app's, as text and nothing else: it keeps its direction to itself, and what acts unseen is drawn. */
export const SafeText = memo(function SafeText({ children, found }: SafeTextProps) {
  return (
    <bdi>
      {visibleText(children).map((part, index) =>
        part.kind === 'mark' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no name but their place
          <span key={index} className={styles.mark} role="img" aria-label={`character ${part.name}`}>
            {part.name}
          </span>
        ) : found ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Found key={index} text={part.text} found={found} />
        ) : (
          part.text
        ),
      )}
    </bdi>
  )
})

function Found({ text, found }: { text: string; found: string }) {
  const parts = []
  const lower = text.toLowerCase()
  const wanted = found.toLowerCase()
  let from = 0
  // A character may change its length with its case: then nothing is marked, rather than the wrong letters.
  for (let at = lower.length === text.length ? lower.indexOf(wanted) : -1; at >= 0; at = lower.indexOf(wanted, from)) {
    parts.push(
      text.slice(from, at),
      <mark key={at} className={styles.found}>
        {text.slice(at, at + wanted.length)}
      </mark>,
    )
    from = at + wanted.length
  }
  return [...parts, text.slice(from)]
}
