import type { CallHandlers } from '../../protocol/serveAgent.ts'
import { actionOfText } from '../store/actionOfText.ts'
import type { Answering } from './Answering.ts'

/** What acts on the app. */
export const changingCalls = ({ stores }: Answering): Pick<CallHandlers, 'dispatch' | 'lock' | 'captureCallSites'> => ({
  dispatch({ store: id, type, payload }) {
    const store = stores.get(id)
    store.store.dispatch(actionOfText(store, { type, payload }, { mustBeKnown: true }))
    return undefined
  },
  lock({ store, locked }) {
    stores.lock(stores.get(store), locked)
    return undefined
  },
  captureCallSites({ store, on }) {
    stores.captureCallSites(stores.get(store), on)
    return undefined
  },
})
