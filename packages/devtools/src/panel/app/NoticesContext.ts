import type { ToastQueue } from '@playhead/ui'
import { createToastQueue } from '@playhead/ui'
import { createContext, useCallback, useContext } from 'react'
import type { Calls } from '../../protocol/calls.ts'
import { useAgent } from '../connection/AgentContext.ts'

/** Where the panel says what went wrong, or was done. */
export const NoticesContext = createContext<ToastQueue>(createToastQueue())

export const useNotices = (): ToastQueue => useContext(NoticesContext)

/** Asks the app to do something, and says so when it refuses. Gives whether it was done. */
export function useCommand(): <Name extends keyof Calls>(name: Name, give: Calls[Name]['give']) => Promise<boolean> {
  const agent = useAgent()
  const notices = useNotices()
  return useCallback(
    async (name, give) => {
      try {
        await agent.call(name, give)
        return true
      } catch (thrown) {
        notices.show({ tone: 'negative', title: thrown instanceof Error ? thrown.message : String(thrown) })
        return false
      }
    },
    [agent, notices],
  )
}
