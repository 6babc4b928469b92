import type { Wire } from '../protocol/Wire.ts'

/** What a `MessagePort`, a `BroadcastChannel` and a worker have in common. */
export interface Port {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  removeEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  start?(): void
  close?(): void
}

/** A wire over a message port: a window of its own, an iframe, an extension. Messages are cloned. */
export function portWire(port: Port): Wire {
  const heard = new Map<(message: unknown) => void, (event: { readonly data: unknown }) => void>()
  return {
    post: (message) => port.postMessage(message),
    onMessage(listener) {
      const onEvent = (event: { readonly data: unknown }) => listener(event.data)
      heard.set(listener, onEvent)
      port.addEventListener('message', onEvent)
      port.start?.()
      return () => {
        heard.delete(listener)
        port.removeEventListener('message', onEvent)
      }
    },
    close() {
      for (const onEvent of heard.values()) port.removeEventListener('message', onEvent)
      heard.clear()
      port.close?.()
    },
  }
}
