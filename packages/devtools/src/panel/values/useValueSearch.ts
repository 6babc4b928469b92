import type { Path } from '@playhead/core'
import { useState } from 'react'
import type { AgentError } from '../../protocol/connectPanel.ts'
import type { ValueRef } from '../../protocol/values.ts'
import { useFeed } from '../connection/useFeed.ts'

/** What a search within a value has come to. */
export interface ValueSearch {
  readonly found: readonly Path[]
  /** Values that were looked at. */
  readonly searched: number
  readonly isDone: boolean
  readonly refused: AgentError | undefined
}

/** More are not kept: who looks through 500 hits narrows the search. */
export const FOUND_MAX = 500

const NOTHING: ValueSearch = { found: [], searched: 0, isDone: false, refused: undefined }

/** Searches keys and values in the app, from the beginning whenever the text or the value differs. */
export function useValueSearch(ref: ValueRef | undefined, text: string): ValueSearch | undefined {
  const give = ref && text !== '' ? { ...ref, text, foundMax: FOUND_MAX } : undefined
  const question = JSON.stringify(give)
  const [answer, setAnswer] = useState({ to: question, search: NOTHING })
  const change = (how: (search: ValueSearch) => ValueSearch) =>
    setAnswer((last) => ({ to: question, search: how(last.to === question ? last.search : NOTHING) }))

  useFeed('findInValue', give, {
    part: (part) =>
      change((search) =>
        part.kind === 'found'
          ? { ...search, found: [...search.found, part.path] }
          : { ...search, searched: part.values },
      ),
    ended: () => change((search) => ({ ...search, isDone: true })),
    refused: (refused) => change((search) => ({ ...search, isDone: true, refused })),
  })
  if (!give) return undefined
  return answer.to === question ? answer.search : NOTHING
}
