import type { Calls, Feeds } from './calls.ts'

/** What goes over a wire. `ask` numbers are the panel's; answers carry the number that they answer. */
export type FromPanel =
  | { readonly ask: number; readonly call: keyof Calls; readonly give: unknown }
  | { readonly ask: number; readonly feed: keyof Feeds; readonly give: unknown }
  | { readonly stop: number }

/** Whether a message is a panel's: others may speak over the same channel. */
export function isFromPanel(message: unknown): message is FromPanel {
  if (typeof message !== 'object' || message === null) return false
  const { ask, call, feed, stop } = message as { readonly [field: string]: unknown }
  if (typeof stop === 'number') return true
  return typeof ask === 'number' && (typeof call === 'string' || typeof feed === 'string')
}

export type FromAgent =
  | { readonly answers: number; readonly got: unknown }
  | { readonly answers: number; readonly part: unknown }
  | { readonly answers: number; readonly ended: true }
  | { readonly answers: number; readonly refused: Refusal }

/** An error that crosses the wire: a code and a sentence, as every error of Playhead has. */
export interface Refusal {
  readonly code: string
  readonly message: string
}
