import { createSelector } from '@playhead/core'
import { useContext, useMemo } from 'react'
import { useSelector } from '../hooks.ts'
import type { PostedEntry } from '../ledger/index.ts'
import { FeaturesContext } from './FeaturesContext.tsx'

/** What the features say of entries, to find them by; undefined where none says anything. */
export function useEntryWords(): ((entry: PostedEntry) => string) | undefined {
  const features = useContext(FeaturesContext)
  const selector = useMemo(() => {
    const said = features.flatMap(({ words }) => (words ? [words] : []))
    return createSelector(said, (...all) =>
      all.length === 0 ? undefined : (entry: PostedEntry) => all.map((wordsOf) => wordsOf(entry)).join('\n'),
    )
  }, [features])
  return useSelector(selector)
}
