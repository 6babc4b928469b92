/**
 * Whether the words of a topic fit those of a pattern: `*` is exactly one word, `#` zero or
 * more, everything else itself.
 *
 * The known way to match wildcards with a single memory: after a mismatch, the last `#` takes
 * one word more. It never has to go back before the last `#`, so it costs at most
 * words × pattern words.
 */
export function matchesWords(pattern: readonly string[], topic: readonly string[]): boolean {
  let at = 0
  let here = 0
  let afterHash = -1
  let hashEnd = 0
  while (here < topic.length) {
    const word = pattern[at]
    if (word === '#') {
      afterHash = ++at
      hashEnd = here
    } else if (at < pattern.length && (word === '*' || word === topic[here])) {
      at++
      here++
    } else if (afterHash >= 0) {
      at = afterHash
      here = ++hashEnd
    } else {
      return false
    }
  }
  while (pattern[at] === '#') at++
  return at === pattern.length
}
