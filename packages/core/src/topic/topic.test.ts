import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PlayheadError, topic } from '../index.ts'
import { TopicTrie } from './TopicTrie.ts'
import { amqpCases } from './topic.fixtures.ts'
import { WORDS } from './topic.ts'
import { topicWords } from './topicWords.ts'

/** Slow and plain: tries every number of words for every `#`. */
function reference(pattern: readonly string[], words: readonly string[]): boolean {
  const [first, ...others] = pattern
  if (first === undefined) return words.length === 0
  if (first === '#') return words.some((_, taken) => reference(others, words.slice(taken))) || reference(others, [])
  return words.length > 0 && (first === '*' || first === words[0]) && reference(others, words.slice(1))
}

const trieFits = (pattern: string, text: string) => {
  const trie = new TopicTrie<string>()
  trie.add(topic(pattern)[WORDS], pattern)
  return trie.match(topicWords(text)).length === 1
}

const few = fc.constantFrom('a', 'b', '', '*', '#', 'a*')
const topics = fc.array(few, { maxLength: 8 }).map((words) => words.join('.'))
const patterns = fc
  .array(fc.oneof({ weight: 3, arbitrary: few }, fc.constantFrom('*', '#')), { maxLength: 7 })
  .filter((words) => words.filter((word) => word === '#').length <= 4)
  .map((words) => words.join('.'))

describe('topic', () => {
  it('[TOP-1] has a table of cases that is worth the name', () => {
    expect(amqpCases.length).toBeGreaterThanOrEqual(60)
    expect(new Set(amqpCases.map(([pattern, text]) => `${pattern} ${text}`)).size).toBe(amqpCases.length)
  })

  it.each(amqpCases)('[TOP-1] %j and %j: %s', (pattern, text, fits) => {
    expect(topic(pattern).matches(text)).toBe(fits)
    expect(trieFits(pattern, text)).toBe(fits)
    expect(reference(topicWords(pattern), topicWords(text))).toBe(fits)
  })

  it('[TOP-1] agrees with a slow matcher on 50,000 random pairs, alone and in a trie', () => {
    const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
    const fitting = { yes: 0, no: 0 }
    fc.assert(
      fc.property(patterns, topics, (pattern, text) => {
        const fits = reference(topicWords(pattern), topicWords(text))
        fitting[fits ? 'yes' : 'no']++
        return topic(pattern).matches(text) === fits && trieFits(pattern, text) === fits
      }),
      { seed, numRuns: 50_000 },
    )
    console.info(`topic matcher: seed ${seed}, ${fitting.yes} of 50000 pairs fit`)
    expect(fitting.yes).toBeGreaterThan(2_000)
    expect(fitting.no).toBeGreaterThan(2_000)
  })

  it('[TOP-2] finds every pattern that fits, each once, in the order in which they were added, after any removals', () => {
    const added = fc.array(fc.tuple(patterns, fc.boolean()), { maxLength: 30 })
    fc.assert(
      fc.property(added, topics, (entries, text) => {
        const trie = new TopicTrie<number>()
        const removals = entries.map(([pattern], n) => trie.add(topicWords(pattern), n))
        for (const [n, [, stays]] of entries.entries()) if (!stays) removals[n]?.()
        for (const [n, [, stays]] of entries.entries()) if (!stays) removals[n]?.()
        const left = entries.flatMap(([pattern, stays], n) =>
          stays && reference(topicWords(pattern), topicWords(text)) ? [n] : [],
        )
        expect(trie.match(topicWords(text))).toEqual(left)
        expect(trie.size).toBe(entries.filter(([, stays]) => stays).length)
      }),
    )
  })

  it('[TOP-3] takes the worst pattern against the longest topic in few steps', () => {
    let compared = 0
    const words = Array.from({ length: 127 }, () => 'b')
    const counting = new Proxy(words, {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) compared++
        return Reflect.get(target, key) as unknown
      },
    })
    const trie = new TopicTrie<number>()
    trie.add(topicWords('#.a.#.a.#.a.#.a'), 1)
    expect(trie.match(counting)).toEqual([])
    expect(compared).toBeLessThanOrEqual(127)
    expect(topic('#.a.#.a.#.a.#.a').matches(words.join('.'))).toBe(false)
  })

  it.each([
    ['#.#.#.#.#', 'topic/too-many-hashes', 'at word 5'],
    ['a.#.#.#.#.b.#', 'topic/too-many-hashes', 'at word 7'],
    ['x'.repeat(256), 'topic/bad-pattern', '256 bytes'],
    ['ö'.repeat(128), 'topic/bad-pattern', '256 bytes'],
    [undefined, 'topic/bad-pattern', 'undefined'],
    [null, 'topic/bad-pattern', 'null'],
    [['a', '*'], 'topic/bad-pattern', 'object'],
  ])('[TOP-3] refuses %j (%s)', (pattern, code, shown) => {
    expect(() => topic(pattern as string)).toThrow(PlayheadError)
    expect(() => topic(pattern as string)).toThrow(code)
    expect(() => topic(pattern as string)).toThrow(shown)
  })

  it('[TOP-3] takes a pattern of 255 bytes, and one with four `#`', () => {
    expect(topic('x'.repeat(255)).matches('x'.repeat(255))).toBe(true)
    expect(topic('#.#.#.#').matches('')).toBe(true)
  })
})
