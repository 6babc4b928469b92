import { matchesWords } from './matchesWords.ts'
import { readPattern } from './readPattern.ts'
import { topicWords } from './topicWords.ts'

/** Where a pattern keeps its words. */
export const WORDS: unique symbol = Symbol('playhead.topic')

/** Records by topic, for `on` in slices and effects. Made by {@link topic}. */
export interface TopicPattern {
  readonly pattern: string
  /** Whether a topic, words joined by `.`, fits the pattern. */
  readonly matches: (topic: string) => boolean
  readonly [WORDS]: readonly string[]
}

/**
 * Every record whose topic fits the pattern, for slices and effects that answer to what others
 * tell without importing them: `on(topic('bank.account.*.opened'), …)`.
 *
 * A record's topic is its type with `/` read as `.`, unless its action has a `topic` of its own.
 * In a pattern, `*` is exactly one word and `#` is zero or more, by the rules of RabbitMQ's
 * topic exchange: the empty topic has no words, `a..b` has an empty word in the middle, and a
 * wildcard is a whole word.
 *
 * @throws PlayheadError `topic/bad-pattern`, `topic/too-many-hashes`
 */
export function topic(pattern: string): TopicPattern {
  const words = readPattern(pattern)
  return { pattern, matches: (text) => matchesWords(words, topicWords(text)), [WORDS]: words }
}
