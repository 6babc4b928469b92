import type { Calls, Feeds } from './calls.ts'
import type { FromAgent, FromPanel, Refusal } from './messages.ts'
import type { Wire } from './Wire.ts'

/** The panel's end of a connection. */
export interface AgentConnection {
  /** Asks once. Rejects with an {@link AgentError} where the agent refuses, and when the wire is closed. */
  call<Name extends keyof Calls>(name: Name, give: Calls[Name]['give']): Promise<Calls[Name]['get']>
  /** Listens until it ends or is stopped. Gives the way to stop it. */
  listen<Name extends keyof Feeds>(
    name: Name,
    give: Feeds[Name]['give'],
    listener: FeedListener<Feeds[Name]['part']>,
  ): () => void
  close(): void
}

export interface FeedListener<Part> {
  part(part: Part): void
  ended?(): void
  refused?(error: AgentError): void
}

/** What the agent said no to, with its code. */
export class AgentError extends Error {
  readonly code: string

  constructor({ code, message }: Refusal) {
    super(message)
    this.name = 'AgentError'
    this.code = code
  }
}

/** A question that has no number yet. */
type Asked =
  | { readonly call: keyof Calls; readonly give: unknown }
  | { readonly feed: keyof Feeds; readonly give: unknown }

interface Waiting {
  got?(value: unknown): void
  part?(part: unknown): void
  ended?(): void
  refused(error: AgentError): void
}

/** Speaks to the agent at the other end of a wire. */
export function connectPanel(wire: Wire): AgentConnection {
  const waiting = new Map<number, Waiting>()
  let asked = 0
  let isClosed = false

  const unhear = wire.onMessage((message) => {
    const answer = message as FromAgent
    const who = waiting.get(answer.answers)
    if (!who) return
    if ('part' in answer) {
      who.part?.(answer.part)
      return
    }
    waiting.delete(answer.answers)
    if ('refused' in answer) who.refused(new AgentError(answer.refused))
    else if ('got' in answer) who.got?.(answer.got)
    else who.ended?.()
  })
  const ask = (message: Asked, who: Waiting): number => {
    const number = asked++
    if (isClosed) {
      who.refused(new AgentError(CLOSED))
      return number
    }
    waiting.set(number, who)
    wire.post({ ...message, ask: number } satisfies FromPanel)
    return number
  }

  return {
    call: (name, give) =>
      new Promise((resolve, reject) => {
        ask({ call: name, give }, { got: (value) => resolve(value as Calls[typeof name]['get']), refused: reject })
      }),
    listen(name, give, listener) {
      const number = ask(
        { feed: name, give },
        {
          part: (part) => listener.part(part as Feeds[typeof name]['part']),
          ended: () => listener.ended?.(),
          refused: (error) => listener.refused?.(error),
        },
      )
      return () => {
        if (waiting.delete(number)) wire.post({ stop: number })
      }
    },
    close() {
      isClosed = true
      unhear()
      wire.close()
      const left = [...waiting.values()]
      waiting.clear()
      for (const who of left) who.refused(new AgentError(CLOSED))
    },
  }
}

const CLOSED: Refusal = { code: 'devtools/closed', message: 'The connection to the app was closed. (devtools/closed)' }
