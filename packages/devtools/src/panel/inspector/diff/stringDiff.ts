/** A piece of two texts: in both, or in one of them. */
export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Beyond this many comparisons the middle counts as replaced as a whole. */
const COMPARED_MAX = 60_000

/**
 * What is different between two texts, word by word: their common beginning and end are kept apart first, between
 * them stands the longest common subsequence.
 */
export function stringDiff(before: string, after: string): readonly DiffPiece[] {
  const a = wordsOf(before)
  const b = wordsOf(after)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const pieces: DiffPiece[] = []
  add(pieces, 'same', a.slice(0, start))
  middle(a.slice(start, a.length - end), b.slice(start, b.length - end), pieces)
  add(pieces, 'same', a.slice(a.length - end))
  return pieces
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? []

function middle(a: readonly string[], b: readonly string[], pieces: DiffPiece[]): void {
  if (a.length * b.length > COMPARED_MAX) {
    add(pieces, 'removed', a)
    add(pieces, 'added', b)
    return
  }
  // lengths[i][j]: the longest common subsequence of a from i on and b from j on.
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i]
    for (let j = b.length - 1; j >= 0; j--)
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add(pieces, 'same', a.slice(i, i + 1))
      i++
      j++
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) add(pieces, 'removed', a.slice(i, ++i))
    else add(pieces, 'added', b.slice(j, ++j))
  }
}

function add(pieces: DiffPiece[], kind: DiffPiece['kind'], words: readonly string[]): void {
  const text = words.join('')
  if (text === '') return
  const last = pieces.at(-1)
  if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text }
  else pieces.push({ kind, text })
}
