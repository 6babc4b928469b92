import { ActionCreators } from '@redux-devtools/instrument'
import type { OpenSearcher } from '../Searcher.ts'
import { liftedTables } from './reduxDevtools.ts'

/** Its `toggleAction` leaves an action out, and computes all states behind it anew, in one go. */
export const withTables: OpenSearcher = async (past) => {
  const { liftedStore, total } = liftedTables(past)
  return {
    async skip(place) {
      // Action 0 is its own.
      liftedStore.dispatch(ActionCreators.toggleAction(place + 1))
      const sum = total()
      liftedStore.dispatch(ActionCreators.toggleAction(place + 1))
      return sum
    },
  }
}
