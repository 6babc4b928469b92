import { Skeleton } from '@playhead/ui'
import { useEffect, useState } from 'react'
import { useCommand } from '../app/NoticesContext.ts'
import { useStores } from '../connection/StoresContext.ts'
import { useCall } from '../connection/useCall.ts'
import { panel } from '../model/panelActions.ts'
import { useActions } from '../model/panelStore.ts'
import styles from './Health.module.css'
import { HealthReport } from './HealthReport.tsx'

/** How the store of the panel is doing, asked anew every two seconds. */
export function Health() {
  const { current } = useStores()
  const run = useCommand()
  const { recordChosen } = useActions(panel)
  const turn = useTurn(ASK_EVERY_MS)
  const store = current?.id
  const { got, refused } = useCall('health', store === undefined ? undefined : { store }, turn)

  if (refused && !got) {
    return (
      <p role="alert" className={styles.refused}>
        {refused.message}
      </p>
    )
  }
  if (!got || store === undefined) {
    return (
      <div className={styles.waiting}>
        <Skeleton />
        <Skeleton />
        <Skeleton />
      </div>
    )
  }
  return (
    <HealthReport
      health={got}
      errors={current?.errors ?? []}
      onGo={(offset) => {
        recordChosen(offset)
        void run('seek', { store, to: offset })
      }}
    />
  )
}

const ASK_EVERY_MS = 2000

/** A number that grows by one every so often. */
function useTurn(everyMs: number): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTurn((last) => last + 1), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return turn
}
