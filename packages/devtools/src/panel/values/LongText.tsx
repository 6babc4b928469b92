import { Button } from '@playhead/ui'
import { useState } from 'react'
import type { Preview } from '../../protocol/Preview.ts'
import type { ValueRef } from '../../protocol/values.ts'
import { useCall } from '../connection/useCall.ts'
import styles from './LongText.module.css'
import { SafeText } from './SafeText.tsx'

export interface LongTextProps {
  readonly of: ValueRef
  /** What is there already: its beginning. */
  readonly preview: Preview & { readonly kind: 'string' }
  readonly found?: string | undefined
}

/** Characters that are drawn at once: a browser lays out no 10 MB in a line. */
const PART_LENGTH = 10_000

/** The whole of a long string, fetched when it is asked for and drawn part by part. */
export function LongText({ of, preview, found }: LongTextProps) {
  const [isWhole, setWhole] = useState(false)
  const [lengthMax, setLengthMax] = useState(PART_LENGTH)
  const asked = useCall('text', isWhole ? { ...of, as: 'json' } : undefined)
  const fetched = asked.got && textOf(asked.got.text)
  const text = fetched ?? preview.text
  const total = preview.text.length + preview.more
  const shown = text.slice(0, lengthMax)
  const isFetched = fetched !== undefined && !asked.waiting

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must be reached to */}
      {/* biome-ignore lint/a11y/useSemanticElements: no fields are in it */}
      <span className={styles.text} tabIndex={0} role="group" aria-label="The whole text">
        <SafeText found={found}>{shown}</SafeText>
      </span>
      <span className={styles.foot}>
        {total > shown.length && (
          <>
            {shown.length.toLocaleString('en')} of {total.toLocaleString('en')} characters
            {isFetched && shown.length === text.length ? (
              ' are shown: the rest is too long to send'
            ) : (
              <Button
                size="sm"
                variant="ghost"
                isPending={isWhole && asked.waiting}
                onPress={() => {
                  setWhole(true)
                  if (text.length > lengthMax) setLengthMax(lengthMax + PART_LENGTH)
                }}
              >
                Show more
              </Button>
            )}
          </>
        )}
        {asked.refused && <span className={styles.refused}>{asked.refused.message}</span>}
      </span>
    </>
  )
}

/** The string in a JSON text, which may have been cut at its end. */
function textOf(json: string): string {
  for (let cut = 0; cut < 12; cut++) {
    const kept = cut === 0 ? json : json.slice(0, -cut)
    try {
      const text: unknown = JSON.parse(cut === 0 ? kept : `${kept}"`)
      return typeof text === 'string' ? text : json
    } catch {
      // An escape was cut in the middle: one character less.
    }
  }
  return json
}
