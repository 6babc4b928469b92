import type { Calls, Feeds } from './calls.ts'
import type { FromAgent, Refusal } from './messages.ts'
import { isFromPanel } from './messages.ts'
import type { Wire } from './Wire.ts'

/** What an agent can be asked. */
export type CallHandlers = {
  readonly [Name in keyof Calls]: (give: Calls[Name]['give']) => Calls[Name]['get'] | Promise<Calls[Name]['get']>
}

/** What can be listened to. A handler sends parts until it calls `end`, and gives the way to stop it. */
export type FeedHandlers = {
  readonly [Name in keyof Feeds]: (give: Feeds[Name]['give'], out: FeedOut<Feeds[Name]['part']>) => () => void
}

export interface FeedOut<Part> {
  part(part: Part): void
  end(): void
  refuse(thrown: unknown): void
}

/** Answers the panel at the other end of a wire. Gives the way to stop everything that it listens to. */
export function serveAgent(wire: Wire, calls: CallHandlers, feeds: FeedHandlers): () => void {
  const running = new Map<number, () => void>()
  const post = (message: FromAgent) => wire.post(message)

  async function answer(ask: number, call: keyof Calls, give: unknown): Promise<void> {
    try {
      const handler = (Object.hasOwn(calls, call) ? calls[call] : undefined) as ((give: unknown) => unknown) | undefined
      if (!handler) throw unknownName(call)
      const got = await handler(give)
      post({ answers: ask, got })
    } catch (thrown) {
      post({ answers: ask, refused: refusalOf(thrown) })
    }
  }

  function feed(ask: number, name: keyof Feeds, give: unknown): void {
    let ended = false
    const end = (message: FromAgent) => {
      if (ended) return
      ended = true
      post(message)
      running.get(ask)?.()
      running.delete(ask)
    }
    const out: FeedOut<unknown> = {
      part(part) {
        if (!ended) post({ answers: ask, part })
      },
      end: () => end({ answers: ask, ended: true }),
      refuse: (thrown) => end({ answers: ask, refused: refusalOf(thrown) }),
    }
    try {
      const handler = (Object.hasOwn(feeds, name) ? feeds[name] : undefined) as
        | ((give: unknown, out: FeedOut<unknown>) => () => void)
        | undefined
      if (!handler) throw unknownName(name)
      const stop = handler(give, out)
      if (ended) stop()
      else
        running.set(ask, () => {
          ended = true
          stop()
        })
    } catch (thrown) {
      out.refuse(thrown)
    }
  }

  const unhear = wire.onMessage((message) => {
    if (!isFromPanel(message)) return
    const asked = message
    if ('stop' in asked) {
      running.get(asked.stop)?.()
      running.delete(asked.stop)
    } else if ('call' in asked) void answer(asked.ask, asked.call, asked.give)
    else feed(asked.ask, asked.feed, asked.give)
  })

  return () => {
    unhear()
    for (const stop of running.values()) stop()
    running.clear()
  }
}

function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Error) {
    const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : 'devtools/agent-failed'
    return { code, message: thrown.message }
  }
  return { code: 'devtools/agent-failed', message: String(thrown) }
}

const unknownName = (name: string) =>
  Object.assign(
    new Error(
      `The app's agent does not know "${name}": the panel is of another version. Update both. (devtools/unknown-call)`,
    ),
    { code: 'devtools/unknown-call' },
  )
