/** A piece of code, and how it is coloured. */
export interface CodeToken {
  readonly kind: 'plain' | 'keyword' | 'string' | 'number' | 'comment'
  readonly text: string
}

const TOKENS =
  /(?<comment>\/\/.*$)|(?<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)|(?<keyword>\b(?:import|export|from|const|let|await|async|function|return|new|if|else|for|of|in|true|false|null|undefined|type|as)\b)|(?<number>\b\d[\d_]*(?:\.\d+)?n?\b)/g

/** Colours for a line of TypeScript: enough to read by, no parser. A text that runs over lines is plain. */
export function codeTokens(line: string): readonly CodeToken[] {
  const tokens: CodeToken[] = []
  let from = 0
  for (const match of line.matchAll(TOKENS)) {
    if (match.index > from) tokens.push({ kind: 'plain', text: line.slice(from, match.index) })
    const groups = match.groups ?? {}
    const kind = KINDS.find((each) => groups[each] !== undefined) ?? 'plain'
    tokens.push({ kind, text: match[0] })
    from = match.index + match[0].length
  }
  if (from < line.length) tokens.push({ kind: 'plain', text: line.slice(from) })
  return tokens
}

const KINDS = ['comment', 'string', 'keyword', 'number'] as const
