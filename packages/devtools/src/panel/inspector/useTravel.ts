import { useAgent } from '../connection/AgentContext.ts'
import { panel } from '../model/panelActions.ts'
import { useActions } from '../model/panelStore.ts'

/** Moves the app's playhead to a record and shows it. */
export function useTravel(store: string): (to: number) => void {
  const agent = useAgent()
  const { recordChosen } = useActions(panel)
  return (to) => {
    recordChosen(to)
    // What cannot be sought is said by the store's own errors, in the overview.
    agent.call('seek', { store, to }).catch(() => {})
  }
}
