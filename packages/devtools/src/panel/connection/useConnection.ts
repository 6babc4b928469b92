import { useEffect, useState } from 'react'
import { PROTOCOL } from '../../protocol/calls.ts'
import { useAgent } from './AgentContext.ts'

/** How the panel stands with the app. */
export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open'; readonly app: string }
  /** The two speak different protocols. */
  | { readonly kind: 'mismatch'; readonly app: string; readonly agent: number; readonly panel: number }
  /** The app does not answer: it was closed or reloaded, or is busy for long. */
  | { readonly kind: 'lost' /** The app that answered before, if any did. */; readonly app: string | undefined }

/** Greets the app, and again from time to time: a wire does not tell when nobody is at its other end. */
export function useConnection(): Connection {
  const agent = useAgent()
  const [connection, setConnection] = useState<Connection>({ kind: 'connecting' })

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const turn = (next: Connection) => setConnection((last) => (isSame(last, next) ? last : next))
    const lose = () =>
      setConnection((last) =>
        last.kind === 'lost' ? last : { kind: 'lost', app: last.kind === 'open' ? last.app : undefined },
      )
    const greet = () => {
      // Whichever is first: the answer, or the end of patience.
      timer = setTimeout(lose, PATIENCE_MS)
      agent.call('hello', { protocol: PROTOCOL }).then(
        ({ protocol, app }) => {
          if (isOver) return
          turn(
            protocol === PROTOCOL ? { kind: 'open', app } : { kind: 'mismatch', app, agent: protocol, panel: PROTOCOL },
          )
          clearTimeout(timer)
          timer = setTimeout(greet, PAUSE_MS)
        },
        () => {
          if (isOver) return
          clearTimeout(timer)
          lose()
        },
      )
    }
    greet()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [agent])

  return connection
}

const PAUSE_MS = 3000
const PATIENCE_MS = 5000

const isSame = (a: Connection, b: Connection) => JSON.stringify(a) === JSON.stringify(b)
