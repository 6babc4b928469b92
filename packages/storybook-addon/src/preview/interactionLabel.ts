/** What Storybook tells of a call in `play`. */
export interface InteractionCall {
  readonly id: string
  readonly storyId: string
  readonly method: string
  readonly args: readonly unknown[]
  /** Whether it is listed as an interaction. */
  readonly interceptable: boolean
  readonly status?: string
}

/** Storybook's own event for such a call: sent when it has begun, and when it has ended. */
export const INTERACTION = 'storybook/instrumenter/call'

/**
 * An interaction in a few words: `click "New transfer"`, `type "250"`.
 *
 * @param calls those before it, by their ids: an element that one of them found is told as that call
 */
export function interactionLabel(
  { method, args }: InteractionCall,
  calls: ReadonlyMap<string, InteractionCall> = new Map(),
): string {
  const words = args.map((arg) => wordOf(arg, calls)).filter((word) => word !== undefined)
  return [method, ...words].join(' ')
}

function wordOf(arg: unknown, calls: ReadonlyMap<string, InteractionCall>): string | undefined {
  if (typeof arg === 'string' || typeof arg === 'number') return quoted(String(arg))
  if (typeof arg !== 'object' || arg === null) return undefined
  if ('__callId__' in arg) return foundBy(calls.get(String(arg.__callId__)))
  if (!('__element__' in arg)) return undefined
  const { localName, innerText } = arg.__element__ as { readonly localName: string; readonly innerText?: string }
  return innerText?.trim() ? quoted(innerText.trim()) : `<${localName}>`
}

/** What was looked for: the name of a role, else the text or the role itself. */
function foundBy(call: InteractionCall | undefined): string | undefined {
  if (!call) return undefined
  const [text, options] = call.args
  const { name } = (options ?? {}) as { readonly name?: unknown }
  return sought(name) ?? sought(text)
}

function sought(what: unknown): string | undefined {
  if (typeof what === 'string') return quoted(what)
  if (typeof what !== 'object' || what === null || !('__regexp__' in what)) return undefined
  return `/${(what.__regexp__ as { readonly source: string }).source}/`
}

const quoted = (text: string) => JSON.stringify(text.length > LABEL_MAX ? `${text.slice(0, LABEL_MAX - 1)}…` : text)
const LABEL_MAX = 32
