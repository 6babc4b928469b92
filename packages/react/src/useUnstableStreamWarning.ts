import { PlayheadError } from '@playhead/core'
import { useEffect, useRef } from 'react'
import { DEV } from './dev.ts'

/** Warns in development when a component subscribes to another stream after each of several renders. */
export const useUnstableStreamWarning: (source: unknown) => void = DEV ? useWarning : () => {}

function useWarning(source: unknown): void {
  const seen = useRef({ source, changes: 0 })
  useEffect(() => {
    const { current } = seen
    current.changes = current.source === source ? 0 : current.changes + 1
    current.source = source
    if (current.changes === CHANGES_MAX) console.warn(unstableStream().message)
  })
}

const CHANGES_MAX = 3

const unstableStream = () =>
  new PlayheadError({
    code: 'react/unstable-stream',
    message: `useStream was given another stream in each of ${CHANGES_MAX} renders, and subscribed anew after each of them. Make the stream outside the component, or keep it with useMemo.`,
  })
