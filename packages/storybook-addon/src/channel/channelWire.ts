import { parse, stringify } from '@playhead/core'
import type { Wire } from '@playhead/devtools'

/** The part of Storybook's channel that is used, in the preview, the manager and the server. */
export interface Channel {
  emit(event: string, payload?: unknown): void
  // biome-ignore lint/suspicious/noExplicitAny: as Storybook types its listeners.
  on(event: string, listener: (payload: any) => void): void
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  off(event: string, listener: (payload: any) => void): void
}

/** What one end says: each panel that is opened is a connection of its own. */
interface Said {
  readonly connection: string
  readonly text: string
}

export interface ChannelWireOptions {
  readonly sends: string
  readonly hears: string
  readonly connection: string
}

/**
 * A wire over Storybook's channel. Messages go as text: the channel's own serialiser cuts deep values and drops
 * `undefined`, and the codec does not.
 */
export function channelWire(channel: Channel, { sends, hears, connection }: ChannelWireOptions): Wire {
  const heard = new Set<(said: Said) => void>()
  return {
    post: (message) => channel.emit(sends, { connection, text: stringify(message) } satisfies Said),
    onMessage(listener) {
      const hear = (said: Said) => {
        if (said.connection === connection) listener(parse(said.text))
      }
      heard.add(hear)
      channel.on(hears, hear)
      return () => {
        heard.delete(hear)
        channel.off(hears, hear)
      }
    },
    close() {
      for (const hear of heard) channel.off(hears, hear)
      heard.clear()
    },
  }
}

/** Serves the panel that was opened last. What one before it still says is for nobody: its numbers mean other calls. */
export function serveChannel(
  channel: Channel,
  {
    sends,
    hears,
    serve,
  }: { readonly sends: string; readonly hears: string; readonly serve: (wire: Wire) => () => void },
): void {
  const known = new Set<string>()
  let current: string | undefined
  let stop = () => {}
  let heard = new Set<(message: unknown) => void>()
  channel.on(hears, ({ connection, text }: Said) => {
    if (!known.has(connection)) {
      known.add(connection)
      stop()
      current = connection
      const listeners = new Set<(message: unknown) => void>()
      heard = listeners
      stop = serve({
        post: (message) => channel.emit(sends, { connection, text: stringify(message) } satisfies Said),
        onMessage(listener) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
        close: () => listeners.clear(),
      })
    }
    if (connection !== current) return
    for (const listener of [...heard]) listener(parse(text))
  })
}
