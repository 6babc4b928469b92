import { useEffect, useState, useSyncExternalStore } from 'react'
import { useAgent } from '../../connection/AgentContext.ts'
import type { ListOf, ListState } from './RecordList.ts'
import { RecordList } from './RecordList.ts'

/** A list that is shown, and one that may be on its way to replace it. */
export interface ShownList {
  readonly list: RecordList | undefined
  readonly state: ListState
  /** Another list was asked for, and has found nothing yet: the last one stays for a moment while it searches. */
  readonly isOld: boolean
}

/**
 * Opens the list of these records, and another one whenever the question differs by value. `near` is where a list is
 * searched first, and opens none.
 */
export function useRecordList({ store, filter, folded, near }: ListOf): ShownList {
  const agent = useAgent()
  const [shown, setShown] = useState<RecordList>()
  const [asked, setAsked] = useState<RecordList>()
  const question = JSON.stringify([store, filter, folded])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `question` is all but `near`, by value
  useEffect(() => {
    const list = new RecordList(agent, { store, filter, folded, near })
    const hasAnswered = () => {
      const { progress, refused, lines } = list.getState()
      if (lines > 0 || progress?.done || refused) setShown(list)
    }
    const unsubscribe = list.subscribe(hasAnswered)
    const patience = setTimeout(() => setShown(list), PATIENCE_MS)
    setAsked(list)
    return () => {
      clearTimeout(patience)
      unsubscribe()
      list.stop()
    }
  }, [agent, question])
  // A list that is stopped is still read while the next one searches; what it holds goes when it is not shown any more.
  useEffect(() => () => shown?.close(), [shown])

  const list = shown?.of.store === store ? shown : undefined
  const state = useSyncExternalStore(list?.subscribe ?? never, list?.getState ?? nothing)
  return { list, state, isOld: list !== asked }
}

/** Long enough for most searches to find something, so that the list does not blink; shorter than one wonders. */
const PATIENCE_MS = 300

const NOTHING: ListState = {
  progress: undefined,
  lines: 0,
  before: 0,
  refused: undefined,
  isSearching: true,
  isHeld: false,
}
const nothing = () => NOTHING
const never = () => () => undefined
