import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { saveStory } from './saveStory.ts'

let folder = ''
let project = ''
const asked = {
  storyId: 'a--first',
  importPath: './src/a.stories.ts',
  name: 'Second',
  code: 'export const Second = {}\n',
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'playhead-stories-'))
  project = join(folder, 'project')
  await mkdir(join(project, 'src'), { recursive: true })
  await writeFile(join(project, 'src/a.stories.ts'), 'export const First = {}\n')
  await writeFile(join(folder, 'outside.ts'), 'export const First = {}\n')
})

afterEach(() => rm(folder, { recursive: true }))

it('[SBA-32] writes a story at the end of its file', async () => {
  expect(await saveStory(project, asked)).toBeUndefined()
  expect(await readFile(join(project, 'src/a.stories.ts'), 'utf8')).toBe(
    'export const First = {}\n\nexport const Second = {}\n',
  )
})

it.each(['second', '', 'A B', 'A;alert(1)', '1st', 'Über'])('[SBA-33] refuses the name %j', async (name) => {
  expect(await saveStory(project, { ...asked, name })).toMatchObject({ code: 'storybook/bad-name' })
})

it('[SBA-33] refuses a name that the file has', async () => {
  expect(await saveStory(project, { ...asked, name: 'First' })).toMatchObject({ code: 'storybook/name-taken' })
})

it.each(['../outside.ts', './src/missing.ts', './package.json', './src/linked.ts', './node_modules/a.ts'])(
  '[SBA-33] writes nothing to %s',
  async (importPath) => {
    await writeFile(join(project, 'package.json'), '{}')
    await mkdir(join(project, 'node_modules'))
    await writeFile(join(project, 'node_modules/a.ts'), '')
    await symlink(join(folder, 'outside.ts'), join(project, 'src/linked.ts'))
    expect(await saveStory(project, { ...asked, importPath })).toMatchObject({ code: 'storybook/not-saved' })
    expect(await readFile(join(folder, 'outside.ts'), 'utf8')).toBe('export const First = {}\n')
  },
)
