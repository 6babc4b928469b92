/** `npm run docs:snippets`: puts the present text of each quoted example into the pages. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pages, repository } from './pages.ts'
import { withSnippets } from './snippets.ts'

for (const page of pages()) {
  const path = join(repository, page)
  const before = readFileSync(path, 'utf8')
  const after = withSnippets(before, repository)
  if (after === before) continue
  writeFileSync(path, after)
  console.log(`Rewrote the snippets of ${page}`)
}
