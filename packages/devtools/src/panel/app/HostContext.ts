import { createContext, useContext, useSyncExternalStore } from 'react'
import type { HostView, PanelHost } from '../../mount/PanelHost.ts'

/** What surrounds the panel; `undefined` where it is on its own. */
export const HostContext = createContext<PanelHost | undefined>(undefined)

export const useHost = (): PanelHost | undefined => useContext(HostContext)

/** The place and the theme of what surrounds the panel, as they are now. */
export function useHostView(): HostView | undefined {
  const host = useHost()
  return useSyncExternalStore<HostView | undefined>(
    (listener) => host?.subscribe(listener) ?? (() => {}),
    () => host?.view,
  )
}
