import { useEffect, useState } from 'react'
import type { BranchEdit } from '../../protocol/calls.ts'
import { useAgent } from '../connection/AgentContext.ts'

/** Types of the records that an edit names, as they come: of a few, for its words. */
export function useTypesOf(store: string, edit: BranchEdit): { readonly [offset: number]: string } {
  const agent = useAgent()
  const [types, setTypes] = useState<{ readonly [offset: number]: string }>({})
  const wanted = JSON.stringify(namedIn(edit).slice(0, NAMED_MAX))
  useEffect(() => {
    let isOver = false
    for (const at of JSON.parse(wanted) as readonly number[]) {
      agent.call('record', { store, at }).then(
        ({ type }) => {
          if (!isOver) setTypes((last) => ({ ...last, [at]: type }))
        },
        // Without its type, a record is named by its offset.
        () => undefined,
      )
    }
    return () => {
      isOver = true
    }
  }, [agent, store, wanted])
  return types
}

/** A moved record is the first or the last of those that change places. */
function namedIn({ without = [], replace = {}, order = [] }: BranchEdit): readonly number[] {
  const ends = order.length > 2 ? [Math.min(...order), Math.max(...order)] : order
  return [...Object.keys(replace).map(Number), ...ends, ...without]
}

const NAMED_MAX = 12
