import type { ReactNode } from 'react'
import { useState } from 'react'
import type { AgentConnection } from '../../protocol/connectPanel.ts'
import type { Arrangement } from '../model/arrangement.ts'
import type { PanelStore } from '../model/panelStore.ts'
import { createPanelStore, StoreProvider } from '../model/panelStore.ts'
import { AgentContext } from './AgentContext.ts'
import { StoresProvider } from './StoresProvider.tsx'

/** What every part of the panel has around it, with an agent that answers by a script. */
export function PanelWith({
  agent,
  arranged,
  ready,
  children,
}: {
  agent: AgentConnection
  arranged?: Partial<Arrangement>
  /** Is given the panel's own store once. */
  ready?: (store: PanelStore) => void
  children: ReactNode
}) {
  const [store] = useState(() => {
    const created = createPanelStore(arranged)
    ready?.(created)
    return created
  })
  return (
    <AgentContext value={agent}>
      <StoreProvider store={store}>
        <StoresProvider>{children}</StoresProvider>
      </StoreProvider>
    </AgentContext>
  )
}
