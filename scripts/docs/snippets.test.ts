import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pages, repository } from './pages.ts'
import { unquotedBlocks, withSnippets } from './snippets.ts'

describe('snippets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'snippets-'))
  beforeAll(() =>
    writeFileSync(
      join(folder, 'a.ts'),
      '// #region all\nfunction f() {\n  // #region inner\n  return 1\n  // #endregion\n}\n// #endregion\n// #region open\n',
    ),
  )
  afterAll(() => rmSync(folder, { recursive: true }))
  const page = (quoted: string, text: string) =>
    `# Page\n\n<!-- snippet: ${quoted} -->\n\`\`\`ts\n${text}\n\`\`\`\n\nMore.\n`

  it('put the present text of a region into the page, without its indent', () => {
    expect(withSnippets(page('a.ts#inner', 'old\nlines'), folder)).toBe(page('a.ts#inner', 'return 1'))
  })

  it('leave out the markers of regions inside the quoted one', () => {
    expect(withSnippets(page('a.ts#all', ''), folder)).toBe(page('a.ts#all', 'function f() {\n  return 1\n}'))
  })

  it('say which region or file is missing', () => {
    expect(() => withSnippets(page('a.ts#gone', ''), folder)).toThrow('a.ts has no `// #region gone`')
    expect(() => withSnippets(page('a.ts#open', ''), folder)).toThrow('The region a.ts#open has no `// #endregion`')
    expect(() => withSnippets(page('b.ts', ''), folder)).toThrow('b.ts')
  })

  it('find the code that no compiler sees', () => {
    expect(unquotedBlocks(`${page('a.ts', 'x')}\n\`\`\`ts\nloose\n\`\`\`\n`)).toEqual([10])
    expect(unquotedBlocks('<!-- not compiled: a fragment -->\n```ts\nloose\n```\n')).toEqual([])
  })
})

const read = (page: string) => readFileSync(join(repository, page), 'utf8')

it.each(pages())('%s quotes the examples as they are (`npm run docs:snippets` rewrites them)', (page) => {
  expect(read(page)).toBe(withSnippets(read(page), repository))
})

/** Pages that someone copies from. Decisions and the like show fragments. */
const teaching = pages().filter(
  (page) => !/^(CHANGELOG|CONTRIBUTING)|SPEC\.md$|^docs\/(decisions|errors|internals)\//.test(page),
)

it.each(teaching)(
  '%s has no code that is not compiled (quote it, or say why not: `<!-- not compiled: … -->`)',
  (page) => {
    expect(unquotedBlocks(read(page)).map((line) => `${page}:${line}`)).toEqual([])
  },
)
