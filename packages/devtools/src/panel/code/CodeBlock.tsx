import { SafeText } from '../values/SafeText.tsx'
import styles from './CodeBlock.module.css'
import { codeTokens } from './codeTokens.ts'

export interface CodeBlockProps {
  /** What it is, for screen readers. */
  readonly label: string
  readonly code: string
}

/** Lines and characters that are drawn: a test may hold a thousand records, and is read in an editor. */
const LINES_MAX = 400
const LENGTH_MAX = 300

/** Code to look over before it is copied. */
export function CodeBlock({ label, code }: CodeBlockProps) {
  const lines = code.split('\n')
  const left = lines.length - LINES_MAX
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must be reached to
    <section className={styles.block} aria-label={label} tabIndex={0}>
      <pre className={styles.code}>
        {lines.slice(0, LINES_MAX).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have no name but their number
          <code key={index} className={styles.line}>
            {line.length > LENGTH_MAX ? (
              <>
                <SafeText>{line.slice(0, LENGTH_MAX)}</SafeText>
                <span className={styles.left}>… {(line.length - LENGTH_MAX).toLocaleString('en')} more characters</span>
              </>
            ) : (
              codeTokens(line).map(({ kind, text }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <span key={at} className={styles[kind]}>
                  <SafeText>{text}</SafeText>
                </span>
              ))
            )}
            {'\n'}
          </code>
        ))}
      </pre>
      {left > 0 && (
        <p className={styles.left}>{left.toLocaleString('en')} more lines are copied and downloaded with it.</p>
      )}
    </section>
  )
}
