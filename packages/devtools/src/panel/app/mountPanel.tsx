import { createToastQueue } from '@playhead/ui'
import { StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { clonedWire } from '../../mount/clonedWire.ts'
import type { MountPanel } from '../../mount/PanelBundle.ts'
import { connectPanel } from '../../protocol/connectPanel.ts'
import { AgentContext } from '../connection/AgentContext.ts'
import { arrangement } from '../model/arrangement.ts'
import { createPanelStore, StoreProvider, useSelector } from '../model/panelStore.ts'
import { HostContext, useHostView } from './HostContext.ts'
import { NoticesContext } from './NoticesContext.ts'
import { Panel } from './Panel.tsx'
import { keepArrangement, storedArrangement } from './storedArrangement.ts'

/** The panel's styles, put in by the script that bundles it. */
declare const PANEL_CSS: string | undefined

export const mountPanel: MountPanel = (container, wire, { host } = {}) => {
  const page = container.ownerDocument
  const sheet = new CSSStyleSheet()
  // Not there where a bundler loads the sources, and the styles with them.
  sheet.replaceSync(typeof PANEL_CSS === 'undefined' ? '' : PANEL_CSS)
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet]
  container.style.cssText = 'block-size: 100%'

  const agent = connectPanel(clonedWire(wire))
  const store = createPanelStore(storedArrangement())
  const stopKeeping = keepArrangement(store)
  const root = createRoot(container)
  root.render(
    <StrictMode>
      <HostContext value={host}>
        <AgentContext value={agent}>
          <StoreProvider store={store}>
            <NoticesContext value={createToastQueue()}>
              <PanelTheme root={page.documentElement} />
              <Panel />
            </NoticesContext>
          </StoreProvider>
        </AgentContext>
      </HostContext>
    </StrictMode>,
  )
  return {
    unmount() {
      root.unmount()
      stopKeeping()
      agent.close()
      void store.close()
      page.adoptedStyleSheets = page.adoptedStyleSheets.filter((each) => each !== sheet)
    },
  }
}

/** Popovers and dialogs stand beside the panel in its document: the theme is the root element's. */
function PanelTheme({ root }: { root: HTMLElement }) {
  const { theme } = useSelector(arrangement)
  const { theme: pageTheme } = useHostView() ?? {}
  useEffect(() => {
    root.dataset.theme = theme === 'system' ? (pageTheme ?? 'system') : theme
    root.dataset.density = 'compact'
  }, [root, theme, pageTheme])
  return null
}
