/**
 * What core may ask of a runtime beyond ECMAScript: only what Node, browsers and workers share
 * (a part of https://min-common-api.proposal.wintertc.org). There is no DOM and no Node in core.
 */

interface AbortSignal {
  readonly aborted: boolean
  readonly reason: unknown
  throwIfAborted(): void
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}

interface AbortController {
  readonly signal: AbortSignal
  abort(reason?: unknown): void
}

declare const AbortController: { new (): AbortController }

declare function queueMicrotask(callback: () => void): void
declare function setTimeout(callback: () => void, delayMs?: number): unknown
declare function clearTimeout(handle: unknown): void
declare function structuredClone<T>(value: T): T
declare function reportError(error: unknown): void

declare const console: {
  error(...values: readonly unknown[]): void
  warn(...values: readonly unknown[]): void
}

declare const performance: { now(): number }

declare const crypto: {
  getRandomValues<T extends Uint8Array | Uint16Array | Uint32Array>(array: T): T
  randomUUID(): string
}

declare class TextEncoder {
  encode(text?: string): Uint8Array
}

declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean })
  decode(bytes?: Uint8Array): string
}
