import { ToastRegion } from '@playhead/ui'
import { useStores } from '../connection/StoresContext.ts'
import { StoresProvider } from '../connection/StoresProvider.tsx'
import { useConnection } from '../connection/useConnection.ts'
import { Frame } from './Frame.tsx'
import { useNotices } from './NoticesContext.ts'
import styles from './Panel.module.css'
import { PanelMessage } from './PanelMessage.tsx'

/** The panel: an editor for the time of an app. Give it its connection, its store and what surrounds it by context. */
export function Panel() {
  const connection = useConnection()
  const notices = useNotices()
  return (
    <div className={styles.panel} data-density="compact">
      <StoresProvider>
        {connection.kind === 'open' ? <Opened app={connection.app} /> : <PanelMessage connection={connection} />}
      </StoresProvider>
      <ToastRegion queue={notices} />
    </div>
  )
}

function Opened({ app }: { app: string }) {
  const { all } = useStores()
  return all ? <Frame app={app} /> : <PanelMessage connection={{ kind: 'connecting' }} />
}
