import { useEffect, useState } from 'react'
import { copyText } from './copyText.ts'

/** What came of the last copy: told for a moment, then forgotten. */
export interface Copied {
  readonly isDone: boolean
  readonly message: string
}

const SHOWN_MS = 2_000

/** Copies texts, also those that have to be fetched first, and says what came of it. */
export function useCopy(): {
  readonly copied: Copied | undefined
  copy(what: string, text: string | Promise<string>): void
} {
  const [copied, setCopied] = useState<Copied>()

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(undefined), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [copied])

  return {
    copied,
    copy(what, text) {
      Promise.resolve(text)
        .then(copyText)
        .then(
          () => setCopied({ isDone: true, message: `Copied ${what}` }),
          (thrown: unknown) =>
            setCopied({
              isDone: false,
              message: `Could not copy ${what}: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
            }),
        )
    },
  }
}
