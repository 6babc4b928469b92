import { expect, it } from 'vitest'
import { transferSchema } from '../branches.fixtures.ts'
import { fieldOfSchema } from './fieldOfSchema.ts'
import { fieldProblems, pathOf } from './fieldProblems.ts'
import { withMember } from './members.ts'
import { draftProblem, WHOLE } from './PayloadDraft.ts'
import { readText, writtenText } from './readText.ts'

const field = fieldOfSchema(transferSchema)
const right = { from: 'a', to: 'b', minor: 1 }

it('[BRN-3] says at its field what is wrong', () => {
  if (!field) throw new Error('The schema of the fixture cannot be read.')
  expect(
    fieldProblems(field, { from: '', minor: 0, kind: 'never', urgent: 'yes', purpose: { text: 'x'.repeat(141) } }),
  ).toEqual({
    [pathOf(['from'])]: 'Has 0 characters, and needs at least 1.',
    [pathOf(['to'])]: 'Needed.',
    [pathOf(['minor'])]: 'Has to be 1 or more.',
    [pathOf(['kind'])]: 'Choose one.',
    [pathOf(['urgent'])]: 'Has to be yes or no.',
    [pathOf(['purpose', 'text'])]: 'Has 141 characters, and may have at most 140.',
  })
})

it.each([
  ['a value that fits', right, {}, undefined],
  ['a field that cannot be read', right, { [pathOf(['minor'])]: '1,5' }, 'A field cannot be read yet.'],
  ['a value that does not fit', { ...right, minor: 0 }, {}, 'Some fields are not filled in as they have to be.'],
  ['text that is no JSON', right, { [WHOLE]: '{"a"' }, expect.stringContaining('Line 1, column 5')],
  ['text that the codec does not know', right, { [WHOLE]: '{"$date": 3}' }, expect.stringContaining('$date')],
  ['text in the place of the form, for the app to check', right, { [WHOLE]: '[1]' }, undefined],
])('[BRN-3] decides whether %s can be sent', (_what, value, texts, problem) => {
  expect(draftProblem(field, { value, texts })).toEqual(problem)
})

it('[BRN-3] says in which line JSON ends to be JSON, where the browser tells', () => {
  const { problem } = readText('{\n  "a": 1,\n  b: 2\n}')
  expect(problem).toMatch(/^Line 3, column 3: /)
})

it('[BRN-2] changes one value, and keeps all others and their order', () => {
  expect(JSON.stringify(withMember({ a: 1, b: { c: 2, d: 3 }, e: 4 }, ['b', 'c'], 5))).toBe(
    '{"a":1,"b":{"c":5,"d":3},"e":4}',
  )
  expect(withMember({ a: 1, b: 2 }, ['a'], undefined)).toEqual({ b: 2 })
  expect(withMember({ $undefined: true }, ['a'], 1)).toEqual({ a: 1 })
})

it('[BRN-2] writes no payload as nothing, and reads nothing as no payload', () => {
  expect(writtenText({ $undefined: true })).toBe('')
  expect(readText(' ')).toEqual({ value: { $undefined: true } })
})
