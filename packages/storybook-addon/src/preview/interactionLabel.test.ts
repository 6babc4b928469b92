import { expect, it } from 'vitest'
import type { InteractionCall } from './interactionLabel.ts'
import { interactionLabel } from './interactionLabel.ts'

const call = (method: string, ...args: readonly unknown[]): InteractionCall => ({
  id: method,
  storyId: 'a',
  method,
  args,
  interceptable: true,
})
const found = { __callId__: 'getByRole' }
const after = (query: InteractionCall) => new Map([[query.id, query]])

it('[SBA-21] names an interaction by what it was done to', () => {
  expect(interactionLabel(call('click', { __element__: { localName: 'button', innerText: ' Send ' } }))).toBe(
    'click "Send"',
  )
  expect(interactionLabel(call('click', { __element__: { localName: 'input' } }))).toBe('click <input>')
  expect(interactionLabel(call('type', found, '250'), after(call('getByRole', 'textbox', { name: 'Amount' })))).toBe(
    'type "Amount" "250"',
  )
  expect(
    interactionLabel(
      call('click', found),
      after(call('getByRole', 'button', { name: { __regexp__: { source: '^To' } } })),
    ),
  ).toBe('click /^To/')
  expect(interactionLabel(call('click', found), after(call('getByRole', 'button')))).toBe('click "button"')
})

it('[SBA-21] is brief, whatever it was done to', () => {
  expect(interactionLabel(call('click', found, {}, undefined))).toBe('click')
  expect(interactionLabel(call('type', 'x'.repeat(100)))).toHaveLength('type ""'.length + 32)
})
