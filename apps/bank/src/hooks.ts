import { createHooks } from '@playhead/react'

/** The hooks of this app. They read the store of the provider above: the page's, a story's or a test's. */
export const { useSelector, useActions, useDispatch, useTimeline, useStream, StoreProvider } = createHooks()
