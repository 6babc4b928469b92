import type { ActionInfo } from '../action/ActionInfo.ts'
import { DEV } from '../dev.ts'
import { messageOf, PlayheadError } from '../error/PlayheadError.ts'
import { bytesIn, TOPIC_BYTES_MAX } from './readPattern.ts'

/** A word of a topic. */
export type TopicWord = string | number

interface Topical {
  readonly type: string
  readonly payload?: unknown
}

/**
 * The topic of an action or record: its type with `/` read as `.`, or the words that its
 * definition makes of the payload.
 *
 * @throws PlayheadError as `ownTopic` does
 */
export const topicOf = (action: Topical, info: ActionInfo | undefined): string =>
  info?.topic ? ownTopic(action, info) : topicOfType(action.type)

export const topicOfType = (type: string): string => type.replaceAll('/', '.')

/**
 * The topic that a definition with `topic` makes.
 *
 * A word that is empty or holds a `.` is refused: it would shift the words after it, and every
 * pattern would read something else than was meant.
 *
 * @throws PlayheadError `topic/bad-word`, `topic/failed`
 */
export function ownTopic({ type, payload }: Topical, { topic }: ActionInfo): string {
  let words: readonly TopicWord[]
  try {
    words = (topic as (payload: unknown) => readonly TopicWord[])(payload)
  } catch (thrown) {
    throw new PlayheadError({
      code: 'topic/failed',
      cause: thrown,
      message: DEV
        ? `The topic of "${type}" could not be made: ${messageOf(thrown)}. \`topic\` is given every payload, those of old records included: let it answer for each.`
        : [type, messageOf(thrown)],
    })
  }
  if (!Array.isArray(words)) throw badWord(type, `is ${typeof words === 'string' ? 'text' : typeof words}, not a list`)
  for (const [at, word] of words.entries()) {
    const why = whyNotAWord(word)
    if (why !== undefined) throw badWord(type, `has ${why} as word ${at + 1}`)
  }
  const text = words.join('.')
  const bytes = bytesIn(text)
  if (bytes > TOPIC_BYTES_MAX) throw badWord(type, `takes ${bytes} bytes, and ${TOPIC_BYTES_MAX} are the limit`)
  return text
}

function whyNotAWord(word: unknown): string | undefined {
  if (typeof word === 'number' && Number.isFinite(word)) return whyNotAWord(String(word))
  if (typeof word !== 'string') return `${String(word)} (${typeof word})`
  if (word === '') return 'the empty text'
  return word.includes('.') ? `"${word}", which holds a "."` : undefined
}

const badWord = (type: string, why: string) =>
  new PlayheadError({
    code: 'topic/bad-word',
    message: DEV
      ? `The topic of "${type}" ${why}. A topic is a list of words: text or numbers without ".", none of them empty, such as ['bank', 'account', id, 'opened'].`
      : [type, why],
  })
