import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { repository } from '../docs/pages.ts'

const index = readFileSync(join(repository, 'docs/errors/README.md'), 'utf8')
const pages = globSync('*/*.md', { cwd: join(repository, 'docs/errors') }).map((path) => path.replaceAll('\\', '/'))

it('docs/errors/README.md says in a few words what each code means', () => {
  const listed = [...index.matchAll(/^\| \[(.+)\]\((.+\.md)\) \| .+ \|$/gm)]
  expect(listed.map(([, , path]) => path).sort()).toEqual(pages.toSorted())
  expect(listed.filter(([, code, path]) => path !== `${code}.md`)).toEqual([])
})
