import { useState } from 'react'
import type { BlameHit } from '../../protocol/calls.ts'
import type { AgentError } from '../../protocol/connectPanel.ts'
import type { ValueRef } from '../../protocol/values.ts'
import { useFeed } from '../connection/useFeed.ts'

/** What the search for changes of a value has come to. */
export interface BlameSearch {
  /** Newest first. */
  readonly hits: readonly BlameHit[]
  /** Everything from here on was searched; `undefined` before anything was. */
  readonly down: number | undefined
  readonly end: 'searching' | 'beginning' | 'stopped' | 'full' | AgentError
}

/** Changes that are kept; whoever wants older ones goes on from the last. */
export const HITS_MAX = 500

/** Searches for the records that changed a value, from a place backwards, until it is stopped or has enough. */
export function useBlame(
  of: ValueRef | undefined,
  near: number,
): readonly [search: BlameSearch, stop: () => void, more: () => void] {
  const [page, setPage] = useState({ of: '', near, isStopped: false, before: [] as readonly BlameHit[] })
  const question = JSON.stringify([of?.store, of?.path, near])
  const current = page.of === question ? page : { of: question, near, isStopped: false, before: [] }
  const begin: BlameSearch = { hits: current.before, down: undefined, end: 'searching' }
  const key = JSON.stringify([question, current.near])
  const [answer, setAnswer] = useState({ to: key, search: begin })
  const search = answer.to === key ? answer.search : begin
  const isEnded = current.isStopped || search.end === 'full'

  const change = (how: (search: BlameSearch) => BlameSearch) =>
    setAnswer((last) => ({ to: key, search: how(last.to === key ? last.search : begin) }))

  useFeed('blame', of && !isEnded ? { ...of, near: current.near } : undefined, {
    part: (part) =>
      change((last) => {
        if (part.kind === 'searched') return { ...last, down: part.down }
        const hits = [...last.hits, part]
        const isFull = hits.length >= current.before.length + HITS_MAX
        return { hits, down: part.row.offset, end: isFull ? 'full' : last.end }
      }),
    ended: () => change((last) => ({ ...last, end: 'beginning' })),
    refused: (error) => change((last) => ({ ...last, end: error })),
  })

  const goOn = () => {
    const from = search.hits.at(-1)?.row.offset ?? search.down ?? current.near
    setPage({ of: question, near: Math.min(from, search.down ?? from) - 1, isStopped: false, before: search.hits })
  }
  return [
    current.isStopped && search.end === 'searching' ? { ...search, end: 'stopped' } : search,
    () => setPage({ ...current, isStopped: true }),
    goOn,
  ]
}
