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

/**
 * A wire over Storybook's channel. Messages go as text: the channel's own serialiser cuts deep values and drops
 * `undefined`, and the codec does not.
 */
export function channelWire(channel: Channel, events: { readonly sends: string; readonly hears: string }): Wire {
  const heard = new Set<(text: string) => void>()
  return {
    post: (message) => channel.emit(events.sends, stringify(message)),
    onMessage(listener) {
      const hear = (text: string) => listener(parse(text))
      heard.add(hear)
      channel.on(events.hears, hear)
      return () => {
        heard.delete(hear)
        channel.off(events.hears, hear)
      }
    },
    close() {
      for (const hear of heard) channel.off(events.hears, hear)
      heard.clear()
    },
  }
}
