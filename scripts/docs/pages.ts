import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder that every path of a page or an example starts at. */
export const repository = fileURLToPath(new URL('../..', import.meta.url))

/** Every Markdown page of the repository, by its path from there, sorted. */
export function pages(): readonly string[] {
  return globSync(['*.md', 'docs/**/*.md', '{packages,apps}/*/*.md', 'bench/*.md'], { cwd: repository })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
}
