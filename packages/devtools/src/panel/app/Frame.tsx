import type { ReactNode } from 'react'
import { memo, useDeferredValue, useState } from 'react'
import { BranchDraft } from '../branches/BranchDraft.tsx'
import { Branches } from '../branches/Branches.tsx'
import { useStores } from '../connection/StoresContext.ts'
import { Dispatch } from '../dispatch/Dispatch.tsx'
import { Health } from '../health/Health.tsx'
import { Inspector } from '../inspector/Inspector.tsx'
import { arrangement } from '../model/arrangement.ts'
import { panel } from '../model/panelActions.ts'
import { useActions, useSelector } from '../model/panelStore.ts'
import { Records } from '../records/Records.tsx'
import { Sessions } from '../sessions/Sessions.tsx'
import { ShortcutSheet } from '../shortcuts/ShortcutSheet.tsx'
import { useShortcuts } from '../shortcuts/useShortcuts.ts'
import { Timeline } from '../timeline/Timeline.tsx'
import { TransportBar } from '../transport/TransportBar.tsx'
import { useTransport } from '../transport/useTransport.ts'
import styles from './Frame.module.css'
import { Header } from './Header.tsx'
import { useHost, useHostView } from './HostContext.ts'
import { NoStore } from './NoStore.tsx'
import { useCommand, useNotices } from './NoticesContext.ts'
import type { Pane } from './Pane.ts'
import { PartBoundary } from './PartBoundary.tsx'
import { PartLayout } from './PartLayout.tsx'

/** The panel while it is connected: head, transport, and the parts below. */
export function Frame({ app }: { app: string }) {
  const { all = [], current } = useStores()
  const { theme, speed, loop } = useSelector(arrangement)
  const { storeChosen, themeChosen } = useActions(panel)
  const run = useCommand()
  const notices = useNotices()
  const host = useHost()
  const view = useHostView()
  const { transport, bound } = useTransport(current)
  const [pane, setPane] = useState<Pane>('inspector')
  const [isHelpOpen, setHelpOpen] = useState(false)
  // Head and transport are on the screen, and can be used, before the parts are made.
  const hasParts = useDeferredValue(true, false)

  const togglePane = (to: Pane) => setPane((now) => (now === to ? 'inspector' : to))
  useShortcuts({
    play: transport.toggle,
    stepBack: () => transport.step(-1),
    stepForward: () => transport.step(1),
    stepBackFar: () => transport.step(-10),
    stepForwardFar: () => transport.step(10),
    first: transport.first,
    last: transport.last,
    live: transport.live,
    slower: () => transport.faster(-1),
    faster: () => transport.faster(1),
    loopIn: transport.loopIn,
    loopOut: transport.loopOut,
    loopOff: transport.loopOff,
    inspector: () => setPane('inspector'),
    branches: () => togglePane('branches'),
    sessions: () => togglePane('sessions'),
    dispatch: () => togglePane('dispatch'),
    health: () => togglePane('health'),
    help: () => setHelpOpen(true),
  })

  return (
    <>
      <Header
        app={app}
        stores={all}
        current={current}
        pane={pane}
        theme={theme}
        host={view?.place === 'embedded' ? undefined : view}
        onStore={storeChosen}
        onPane={setPane}
        onLock={(locked) => current && void run('lock', { store: current.id, locked })}
        onCallSites={(on) => current && void run('captureCallSites', { store: current.id, on })}
        onTheme={themeChosen}
        onPlace={(place) => {
          if (place !== 'window' && place !== 'embedded') host?.dock(place)
          else if (host?.openWindow() === false) notices.show(windowRefused)
        }}
        onCollapse={(isCollapsed) => host?.collapse(isCollapsed)}
        onHelp={() => setHelpOpen(true)}
        onClose={() => host?.close()}
      />
      {current ? (
        <main className={styles.main}>
          <TransportBar playhead={current.playhead} bound={bound} speed={speed} loop={loop} transport={transport} />
          {!view?.isCollapsed && (
            <div className={styles.parts}>{hasParts && <FrameParts pane={pane} onPane={setPane} />}</div>
          )}
        </main>
      ) : (
        <NoStore />
      )}
      <PartBoundary name="What if">
        <BranchDraft />
      </PartBoundary>
      <ShortcutSheet isOpen={isHelpOpen} onOpenChange={setHelpOpen} toggleKeys={view?.shortcut} />
    </>
  )
}

/** Only what moves with the playhead is rendered with it: each part asks for that itself. */
const FrameParts = memo(function FrameParts({ pane, onPane }: { pane: Pane; onPane: (pane: Pane) => void }) {
  return (
    <PartLayout
      timeline={
        <PartBoundary name="Timeline">
          <Timeline />
        </PartBoundary>
      }
      records={
        <PartBoundary name="Records">
          <Records />
        </PartBoundary>
      }
      pane={pane}
      paneTitle={titles[pane]}
      onClosePane={() => onPane('inspector')}
    >
      <PartBoundary key={pane} name={titles[pane]}>
        {panes[pane]}
      </PartBoundary>
    </PartLayout>
  )
})

const panes: Readonly<Record<Pane, ReactNode>> = {
  inspector: <Inspector />,
  branches: <Branches />,
  sessions: <Sessions />,
  dispatch: <Dispatch />,
  health: <Health />,
}

const titles: Readonly<Record<Pane, string>> = {
  inspector: 'Inspector',
  branches: 'What if',
  sessions: 'Sessions',
  dispatch: 'Dispatch',
  health: 'Health',
}

const windowRefused = {
  tone: 'negative',
  title: 'The browser refused to open a window',
  description: 'Allow pop-ups for this page, and choose it again.',
} as const
