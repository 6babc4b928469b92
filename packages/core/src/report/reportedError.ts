/** An error in plain data. */
export interface ReportedError {
  readonly name: string
  readonly message: string
  readonly stack?: string
  readonly code?: string
}

/** What was thrown, whatever it is. Texts are cut: a message may quote a payload of megabytes. */
export function reportedError(thrown: unknown): ReportedError {
  if (!(thrown instanceof Error)) return { name: typeof thrown, message: cut(String(thrown), MESSAGE_MAX) }
  const { name, message, stack } = thrown
  return {
    name,
    message: cut(message, MESSAGE_MAX),
    ...(stack !== undefined && { stack: cut(stack, STACK_MAX) }),
    ...('code' in thrown && typeof thrown.code === 'string' && { code: thrown.code }),
  }
}

const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length)}…` : text)

const MESSAGE_MAX = 1_024
const STACK_MAX = 8_192
