import { createHooks } from '@playhead/react'

export const { useSelector, useActions, StoreProvider } = createHooks()
