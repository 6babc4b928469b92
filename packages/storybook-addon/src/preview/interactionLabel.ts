/** What Storybook tells of a call in `play` that it lists as an interaction. */
export interface InteractionCall {
  readonly storyId: string
  readonly method: string
  readonly args: readonly unknown[]
  readonly interceptable: boolean
  readonly status?: string
}

/** Storybook's own event for such a call: sent when it has begun, and when it has ended. */
export const INTERACTION = 'storybook/instrumenter/call'

/** An interaction in a few words: `click "New transfer"`, `type "250"`. */
export function interactionLabel({ method, args }: InteractionCall): string {
  const words = args.map(wordOf).filter((word) => word !== undefined)
  return [method, ...words].join(' ')
}

function wordOf(arg: unknown): string | undefined {
  if (typeof arg === 'string' || typeof arg === 'number') return JSON.stringify(shortened(String(arg)))
  if (typeof arg !== 'object' || arg === null || !('__element__' in arg)) return undefined
  const { localName, innerText } = arg.__element__ as { readonly localName: string; readonly innerText?: string }
  return innerText?.trim() ? JSON.stringify(shortened(innerText.trim())) : `<${localName}>`
}

const shortened = (text: string) => (text.length > LABEL_MAX ? `${text.slice(0, LABEL_MAX - 1)}…` : text)
const LABEL_MAX = 32
