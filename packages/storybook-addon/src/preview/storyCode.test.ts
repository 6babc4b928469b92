import type { PlacedRecord } from '@playhead/core'
import { stringify } from '@playhead/core'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PlayheadParameter } from './PlayheadParameter.ts'
import { StoryStore } from './StoryStore.ts'
import { counter, counting } from './story.fixtures.ts'
import { storyCode } from './storyCode.ts'

const key = fc.oneof(fc.string(), fc.constantFrom('a-b', 'ok', "it's", '')).filter((text) => text !== '__proto__')
const payload = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.constant(undefined),
    fc.boolean(),
    fc.constant(null),
    fc.bigInt(),
    fc.date(),
    fc.uint8Array(),
    fc.uint8Array().map((bytes) => bytes.slice().buffer),
    fc.uint8Array().map((bytes) => new DataView(bytes.slice().buffer)),
    fc.uint8Array().map((bytes) => new BigUint64Array(bytes.slice(0, bytes.length & ~7).buffer)),
    fc.float64Array(),
    fc.array(tie('value')),
    fc.dictionary(key, tie('value')),
    fc.array(fc.tuple(tie('value'), tie('value'))).map((entries) => new Map(entries)),
    fc.array(fc.string()).map((values) => new Set(values)),
  ),
})).value

// A store prints what it is told of types that nobody knows.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => vi.restoreAllMocks())

describe('storyCode', () => {
  it('[SBA-30] gives, run, the records that it was made from', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ type: fc.string({ minLength: 1 }), payload })), async (actions) => {
        const first = await StoryStore.open('a', { store: counting, records: actions })
        const { at, records } = run(storyCode(first.keep(), { from: 'First', name: 'Second' }))
        const second = await StoryStore.open('b', { store: counting, records: records ?? [] })
        expect(at).toBe('live')
        expect(second.keep().records.map(said)).toEqual(first.keep().records.map(said))
        expect(first.keep().records).toHaveLength(actions.length)
      }),
      { numRuns: 200 },
    )
  })

  it('[SBA-30] parks at the place that the story has', async () => {
    const story = await StoryStore.open('a', {
      store: counting,
      records: [counter.added({ by: 1 }), counter.added({ by: 2 })],
    })
    await story.park(0)
    expect(run(storyCode(story.keep(), { from: 'First', name: 'Second' })).at).toBe(0)
  })

  it('[SBA-30] keeps what was undone undone', async () => {
    const undoable = await StoryStore.open('a', { store: counting, records: [counter.added({ by: 1 })] })
    const [record] = undoable.keep().records
    const voided = { ...record, id: 'another', type: 'playhead/voided', payload: { ids: [record?.id] } } as PlacedRecord
    const again = run(
      storyCode({ records: [record as PlacedRecord, voided], at: 'live' }, { from: 'First', name: 'Second' }),
    )
    expect(again.records?.[1]).toEqual({ type: 'playhead/voided', payload: { ids: ['story.0'] } })
  })

  it('[SBA-31] plays nothing', () => {
    const story = evaluate(
      storyCode({ records: [], at: 'live' }, { from: 'First', name: 'AfterTheTransfer' }),
      'AfterTheTransfer',
    )
    expect(story.play).toBeUndefined()
    expect(story.name).toBe('After The Transfer')
  })
})

interface StoryObject {
  readonly name: string
  readonly play: unknown
  readonly parameters: { readonly playhead: PlayheadParameter }
}

const run = (code: string) => evaluate(code, 'Second').parameters.playhead

/** As the file that it is written into has it. */
function evaluate(code: string, name: string): StoryObject {
  const body = `const First = { play() {}, parameters: { playhead: {} } }\n${code.replace('export ', '')}\nreturn ${name}`
  return new Function(body)() as StoryObject
}

const said = ({ type, payload, rest }: PlacedRecord) => stringify({ type, payload, rest })
