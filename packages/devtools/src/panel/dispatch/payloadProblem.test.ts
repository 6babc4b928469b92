import { expect, it } from 'vitest'
import { indented, payloadProblem } from './payloadProblem.ts'

it('[HND-1] takes what Playhead stores, and nothing at all', () => {
  expect(payloadProblem('')).toBeUndefined()
  expect(payloadProblem(' \n')).toBeUndefined()
  expect(payloadProblem('{"at":{"$date":"2024-03-01T00:00:00.000Z"},"minor":5}')).toBeUndefined()
})

it.each(['{minor: 5}', '{"minor": 5,}', '{"at":{"$date":"never"}}', 'undefined'])(
  '[HND-1] says what is wrong with %s',
  (text) => {
    expect(payloadProblem(text)).toMatch(/\S/)
  },
)

it('[HND-1] indents a payload, and leaves what is none as it is', () => {
  expect(indented('{"a":1}')).toBe('{\n  "a": 1\n}')
  expect(indented('{a')).toBe('{a')
})
