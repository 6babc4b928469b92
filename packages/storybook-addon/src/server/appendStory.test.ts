import { expect, it } from 'vitest'
import { appendStory } from './appendStory.ts'

const story = { name: 'Second', code: 'export const Second = {\n  ...First,\n}\n' }

it('[SBA-32] writes a story after what is there, and changes nothing of that', () => {
  const text = "import { it } from './it'\n\nexport const First = {}\n"
  expect(appendStory(text, story)).toBe(`${text}\n${story.code}`)
})

it('[SBA-32] keeps the line ends of the file', () => {
  expect(appendStory('export const First = {}\r\n', story)).toBe(
    'export const First = {}\r\n\r\nexport const Second = {\r\n  ...First,\r\n}\r\n',
  )
})

it('[SBA-32] ends a last line that has no end', () => {
  expect(appendStory('export const First = {}', story)).toBe(`export const First = {}\n\n${story.code}`)
})

it.each([
  'export const Second = {}',
  'export function Second() {}',
  "import { Second } from './second'",
  'const a = {}\nexport { a as Second }',
  'type Second = string',
])('[SBA-33] refuses a name that the file has: %s', (text) => {
  expect(appendStory(text, story)).toBeUndefined()
})

it.each([
  '// Second thoughts\n',
  '/* Second */\n',
  "export const First = { name: 'Second' }\n",
  'export const SecondTime = a.Second\n',
])('[SBA-33] takes a name that only looks as if the file had it: %s', (text) => {
  expect(appendStory(text, story)).toContain(story.code)
})
