import { createContext, useContext } from 'react'
import type { AgentConnection } from '../../protocol/connectPanel.ts'

/** The connection to the app that this panel looks at. */
export const AgentContext = createContext<AgentConnection | undefined>(undefined)

/** The connection of the panel above. */
export function useAgent(): AgentConnection {
  const agent = useContext(AgentContext)
  if (!agent) throw new Error('A part of the panel is rendered outside of it: wrap it in an AgentContext.')
  return agent
}
