import { Banner, ToastRegion } from '@playhead/ui'
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
        {connection.kind === 'open' || (connection.kind === 'lost' && connection.app !== undefined) ? (
          <Opened app={connection.app ?? ''} isLost={connection.kind === 'lost'} />
        ) : (
          <PanelMessage connection={connection} />
        )}
      </StoresProvider>
      <ToastRegion queue={notices} />
    </div>
  )
}

/** What was seen last stays in sight while the app does not answer. */
function Opened({ app, isLost }: { app: string; isLost: boolean }) {
  const { all } = useStores()
  return (
    <>
      {isLost && (
        <Banner kind="warning" isFlush title="The app does not answer">
          It was closed or reloaded, or is busy for long. The panel goes on by itself when it answers.
        </Banner>
      )}
      {all ? <Frame app={app} /> : <PanelMessage connection={{ kind: 'connecting' }} />}
    </>
  )
}
