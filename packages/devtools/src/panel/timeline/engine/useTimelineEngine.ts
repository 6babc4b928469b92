import { useMemo } from 'react'
import { useAgent } from '../../connection/AgentContext.ts'
import { panel } from '../../model/panelActions.ts'
import { useActions } from '../../model/panelStore.ts'
import { TimelineEngine } from './TimelineEngine.ts'

/** The engine of a store's timeline, told what it may do in the app and in the panel. */
export function useTimelineEngine(store: string): TimelineEngine {
  const agent = useAgent()
  const { recordChosen, comparisonChosen, loopChosen, storeChosen } = useActions(panel)
  return useMemo(
    () =>
      new TimelineEngine(agent, {
        seek: (to) => agent.call('seek', { store, to }),
        live: () => agent.call('live', { store }),
        placeAt: (time) => agent.call('placeAt', { store, time }),
        choose: recordChosen,
        compare: (before, after) => comparisonChosen({ before, after }),
        loop: loopChosen,
        look: storeChosen,
      }),
    [agent, store, recordChosen, comparisonChosen, loopChosen, storeChosen],
  )
}
