import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const quote = /^<!-- snippet: (\S+?)(?:#(\S+))? -->\n+```(\w*)\n[\s\S]*?^```$/gm
const marker = /^\s*\/\/ #(?:end)?region\b.*\n?/gm

/**
 * The text of a page with every quoted snippet as its source has it now.
 *
 * A page quotes a file or a `// #region name` of it by a comment above a code block:
 *
 * ```md
 * <!-- snippet: docs/examples/counter.ts#store -->
 * ```
 *
 * @param page the Markdown text
 * @param repository the folder that the quoted paths start at
 * @throws Error when the file or its region does not exist
 */
export function withSnippets(page: string, repository: string): string {
  return page.replace(quote, (_block, path: string, region: string | undefined, language: string) => {
    const source = snippet(readFileSync(join(repository, path), 'utf8'), path, region)
    const name = region === undefined ? path : `${path}#${region}`
    return `<!-- snippet: ${name} -->\n\`\`\`${language}\n${source}\n\`\`\``
  })
}

/** Code blocks in TypeScript that quote nothing, by their line: nobody compiles them. */
export function unquotedBlocks(page: string): readonly number[] {
  const quoted = page.replace(/^<!-- (?:snippet|not compiled): .*-->\n+```\w*\n[\s\S]*?^```$/gm, (block) =>
    block.replace(/[^\n]/g, ''),
  )
  return [...quoted.matchAll(/^```tsx?$/gm)].map((match) => quoted.slice(0, match.index).split('\n').length)
}

function snippet(source: string, path: string, region: string | undefined): string {
  if (region === undefined) return source.replace(marker, '').trimEnd()
  const start = new RegExp(`^[ \\t]*// #region ${region}[ \\t]*\\n`, 'm').exec(source)
  if (start === null) throw new Error(`${path} has no \`// #region ${region}\`. Name one that exists, or add it there.`)
  return dedent(
    upToItsEnd(source.slice(start.index + start[0].length), `${path}#${region}`).replace(marker, ''),
  ).trimEnd()
}

/** Regions may stand inside each other. */
function upToItsEnd(text: string, name: string): string {
  let depth = 1
  for (const match of text.matchAll(/^[ \t]*\/\/ #(end)?region\b/gm)) {
    depth += match[1] === undefined ? 1 : -1
    if (depth === 0) return text.slice(0, match.index)
  }
  throw new Error(`The region ${name} has no \`// #endregion\`.`)
}

function dedent(text: string): string {
  const depths = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length)
  const depth = depths.length === 0 ? 0 : Math.min(...depths)
  return text
    .split('\n')
    .map((line) => line.slice(depth))
    .join('\n')
}
