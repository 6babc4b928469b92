import { readFile, realpath, writeFile } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { SaveAsked, StoryProblem } from '../channel/events.ts'
import { EXPORT_NAME } from '../channel/exportName.ts'
import { problem } from '../channel/problem.ts'
import { appendStory } from './appendStory.ts'

/**
 * Writes a story at the end of its file. Gives what was wrong, where nothing was written.
 *
 * @param project the folder that Storybook was started in: nothing outside of it is written to
 */
export async function saveStory(project: string, asked: SaveAsked): Promise<StoryProblem | undefined> {
  const { importPath, name, code } = asked
  try {
    if (typeof name !== 'string' || !EXPORT_NAME.test(name)) return badName(name)
    const file = await fileOf(project, importPath)
    if (file === undefined) return badFile(importPath)
    const text = await readFile(file, 'utf8')
    const appended = appendStory(text, { name, code })
    if (appended === undefined) return nameTaken(name, importPath)
    await writeFile(file, appended)
    return undefined
  } catch (thrown) {
    return notWritten(importPath, thrown instanceof Error ? thrown.message : String(thrown))
  }
}

/** A file of stories in the project; links are followed first. */
async function fileOf(project: string, importPath: unknown): Promise<string | undefined> {
  if (typeof importPath !== 'string' || !STORY_FILE.test(importPath)) return undefined
  const root = await realpath(project)
  const file = await realpath(resolve(root, importPath))
  const inside = relative(root, file)
  const isOutside = isAbsolute(inside) || inside.split(sep)[0] === '..'
  return isOutside || inside.split(sep).includes('node_modules') || !STORY_FILE.test(file) ? undefined : file
}

const STORY_FILE = /\.[cm]?[jt]sx?$/

const badName = (name: unknown) =>
  problem({
    code: 'storybook/bad-name',
    message: `${JSON.stringify(name)} cannot be the name of a story's export. Take letters and digits, the first a capital.`,
  })

const badFile = (importPath: unknown) =>
  problem({
    code: 'storybook/not-saved',
    message: `${JSON.stringify(importPath)} is no file of stories in the folder that Storybook was started in, so nothing was written. Copy the code instead.`,
  })

const nameTaken = (name: string, importPath: string) =>
  problem({
    code: 'storybook/name-taken',
    message: `${importPath} has a ${name} already, so nothing was written. Take another name.`,
  })

const notWritten = (importPath: string, why: string) =>
  problem({
    code: 'storybook/not-saved',
    message: `The story could not be written to ${importPath}: ${why}. Copy the code instead.`,
  })
