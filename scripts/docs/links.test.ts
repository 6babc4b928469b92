import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { pages, repository } from './pages.ts'

it.each(pages())('every link of %s into the repository leads to a file', (page) => {
  const prose = readFileSync(join(repository, page), 'utf8')
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/`[^`\n]*`/g, '')
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '')
  const local = targets.filter((target) => !/^(?:[a-z]+:|#)/.test(target))
  const missing = local.filter((target) => !existsSync(join(repository, dirname(page), target.replace(/#.*/, ''))))
  expect(missing).toEqual([])
})
