import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import { topicWords } from './topicWords.ts'

/**
 * The words of a pattern, within the bounds of AMQP and of what is quick to match: 255 bytes,
 * as a routing key has on the wire, and four `#`. Repeated `#` (`#.#`) say the same as one and
 * count each.
 *
 * Only a whole word is a wildcard: `acc*` is the text `acc*`, as in RabbitMQ.
 *
 * @throws PlayheadError `topic/bad-pattern` when it is no text, or too long
 * @throws PlayheadError `topic/too-many-hashes`
 */
export function readPattern(pattern: string): readonly string[] {
  if (typeof pattern !== 'string') {
    throw new PlayheadError({
      code: 'topic/bad-pattern',
      message: DEV
        ? `The topic pattern is ${pattern === null ? 'null' : `of type ${typeof pattern}`}. Pass text: words joined by ".", such as "bank.account.*.opened".`
        : [],
    })
  }
  const bytes = bytesIn(pattern)
  if (bytes > TOPIC_BYTES_MAX) {
    throw new PlayheadError({
      code: 'topic/bad-pattern',
      message: DEV
        ? `The topic pattern "${pattern.slice(0, SHOWN_MAX)}…" takes ${bytes} bytes, and a topic has at most ${TOPIC_BYTES_MAX}, so it could never match on the wire. Write a shorter one; \`#\` stands for any number of words.`
        : [bytes],
    })
  }
  const words = topicWords(pattern)
  let hashes = 0
  for (const [at, word] of words.entries()) {
    if (word !== '#' || ++hashes <= HASHES_MAX) continue
    throw new PlayheadError({
      code: 'topic/too-many-hashes',
      message: DEV
        ? `The topic pattern "${pattern}" has more than ${HASHES_MAX} \`#\`: one too many at word ${at + 1}. Each \`#\` is any number of words; leave out those that say nothing, or listen to several patterns.`
        : [pattern],
    })
  }
  return words
}

/** Length of an AMQP short string. */
export const TOPIC_BYTES_MAX = 255

const HASHES_MAX = 4
const SHOWN_MAX = 60

const utf8 = new TextEncoder()

export const bytesIn = (text: string): number => utf8.encode(text).length
