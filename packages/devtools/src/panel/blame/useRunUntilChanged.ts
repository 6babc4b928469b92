import { useEffect, useRef, useState } from 'react'
import type { ValueRef } from '../../protocol/values.ts'
import { useCommand, useNotices } from '../app/NoticesContext.ts'
import { useAgent } from '../connection/AgentContext.ts'
import { panel } from '../model/panelActions.ts'
import { useActions } from '../model/panelStore.ts'
import { pathText } from '../values/paths.ts'

export type RunDirection = 'forward' | 'backward'

/** A run that is under way. */
export interface RunUntilChanged {
  readonly of: ValueRef
  readonly direction: RunDirection
}

export interface RunUntil {
  readonly running: RunUntilChanged | undefined
  start(of: ValueRef, from: number, direction: RunDirection): void
  stop(): void
}

/** Moves the playhead to the next record, or the one before, that changed a value, and shows it. */
export function useRunUntilChanged(): RunUntil {
  const agent = useAgent()
  const command = useCommand()
  const notices = useNotices()
  const { recordChosen } = useActions(panel)
  const [running, setRunning] = useState<RunUntilChanged>()
  const stopFeed = useRef<() => void>(undefined)

  useEffect(() => () => stopFeed.current?.(), [])

  function stop(): void {
    stopFeed.current?.()
    stopFeed.current = undefined
    setRunning(undefined)
  }

  return {
    running,
    stop,
    start(of, from, direction) {
      stop()
      setRunning({ of, direction })
      stopFeed.current = agent.listen(
        'runUntilChanged',
        { ...of, from, direction },
        {
          part({ at }) {
            stop()
            if (at === undefined) {
              const title = `${pathText(of.path)} ${direction === 'forward' ? 'does not change again' : 'has not changed before'}`
              notices.show({ tone: 'neutral', title })
              return
            }
            // The playhead is there: whoever follows it sees the record.
            recordChosen(undefined)
            command('seek', { store: of.store, to: at }).catch(() => {})
          },
          ended: stop,
          refused(error) {
            stop()
            notices.show({ tone: 'negative', title: error.message })
          },
        },
      )
    },
  }
}
