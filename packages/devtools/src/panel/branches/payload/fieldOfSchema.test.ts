import { expect, it } from 'vitest'
import { transferSchema } from '../branches.fixtures.ts'
import { fieldOfSchema } from './fieldOfSchema.ts'

const field = (schema: unknown) => fieldOfSchema(JSON.stringify(schema))

it('[BRN-2] makes a form of an object, with its bounds, descriptions and what may be left out', () => {
  expect(fieldOfSchema(transferSchema)).toEqual({
    kind: 'group',
    name: '',
    isRequired: true,
    fields: [
      { kind: 'text', name: 'from', isRequired: true, lengthMin: 1, description: 'The account that pays' },
      { kind: 'text', name: 'to', isRequired: true, lengthMin: 1 },
      { kind: 'number', name: 'minor', isRequired: true, isWhole: true, min: 1, description: 'In cents' },
      { kind: 'choice', name: 'kind', isRequired: false, choices: ['once', 'standing'] },
      { kind: 'yesNo', name: 'urgent', isRequired: false },
      {
        kind: 'group',
        name: 'purpose',
        isRequired: false,
        fields: [{ kind: 'text', name: 'text', isRequired: true, lengthMax: 140 }],
      },
    ],
  })
})

it('[BRN-2] follows references within the schema, and ends where they go in a circle', () => {
  const schema = {
    type: 'object',
    properties: { id: { $ref: '#/$defs/id' }, self: { $ref: '#/$defs/self' } },
    $defs: { id: { type: 'string', pattern: '^a' }, self: { $ref: '#/$defs/self' } },
  }
  expect(field(schema)).toMatchObject({ fields: [{ kind: 'text', pattern: '^a' }, { kind: 'json' }] })
})

it.each([
  [{ const: 4 }, [4]],
  [{ anyOf: [{ const: 'a' }, { const: null }] }, ['a', null]],
])('[BRN-2] offers the values of %j', (schema, choices) => {
  expect(field(schema)).toMatchObject({ kind: 'choice', choices })
})

it.each([[{ type: 'array' }], [{}], [{ anyOf: [{ type: 'string' }, { type: 'number' }] }], [{ type: 'object' }]])(
  '[BRN-2] has %j written as JSON',
  (schema) => {
    expect(field(schema)).toMatchObject({ kind: 'json' })
  },
)

it('[BRN-2] is nothing for text that is no schema', () => {
  expect([fieldOfSchema('{'), fieldOfSchema('true'), fieldOfSchema('[]')]).toEqual([undefined, undefined, undefined])
})
