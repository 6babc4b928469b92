import type { ReactNode } from 'react'
import { useEffect, useMemo, useState } from 'react'
import type { StoreOverview } from '../../protocol/overview.ts'
import { focus } from '../model/focus.ts'
import { panel } from '../model/panelActions.ts'
import { useActions, useSelector } from '../model/panelStore.ts'
import { StoresContext } from './StoresContext.ts'
import { useFeed } from './useFeed.ts'

/** Listens to the app's stores for all parts below, and keeps one of them in focus. */
export function StoresProvider({ children }: { children: ReactNode }) {
  const [all, setAll] = useState<readonly StoreOverview[]>()
  const { store: chosen } = useSelector(focus)
  const { storeChosen } = useActions(panel)
  useFeed('overview', {}, { part: setAll })

  const current = all?.find(({ id }) => id === chosen)
  // Nothing was chosen yet, or it has left the app.
  const instead = all && !current ? (all.find(({ shown }) => shown) ?? all[0])?.id : undefined
  useEffect(() => {
    if (instead !== undefined) storeChosen(instead)
  }, [instead, storeChosen])

  const stores = useMemo(() => ({ all, current }), [all, current])
  return <StoresContext value={stores}>{children}</StoresContext>
}
