import fc from 'fast-check'
import { anyStorable } from '../codec/codec.fixtures.ts'
import type { LogRecord, PlacedRecord } from '../log/LogRecord.ts'
import { asOffset } from '../log/Offset.ts'
import { recordId } from '../log/RecordId.ts'

const CLIENT = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'

/** Records of any shape: ids of any form, unknown types, every field present or not, in any order. */
const anyRecord: fc.Arbitrary<Omit<LogRecord, 'offset'>> = fc
  .tuple(
    fc.record(
      {
        id: fc.oneof(
          fc.nat(2_000).map((n) => recordId(CLIENT, n)),
          fc.constantFrom('', '.', '.0', 'a.-1', 'a.01', 'a.1e3', '7', 'a.b.9007199254740993', 'ü\ud800.3').map(asId),
        ),
        type: fc.oneof(fc.constantFrom('bank/opened', 'bank/paid', 'bank/noted'), fc.string()),
        version: fc.integer({ min: 1, max: 3 }),
        time: fc.oneof(fc.nat(), fc.double({ noNaN: true })),
        payload: anyStorable,
        actor: fc.constantFrom('ann', 'bob'),
        causedBy: fc.oneof(
          fc.nat(2_000).map((n) => recordId(CLIENT, n)),
          fc.constant(asId('elsewhere')),
        ),
        effect: fc.record({ name: fc.constantFrom('load', 'save'), run: fc.nat() }),
        group: fc.string(),
        rest: fc.dictionary(fc.constantFrom('meta', 'error'), anyStorable),
      },
      { requiredKeys: ['id', 'type', 'version', 'time'] },
    ),
    fc.boolean(),
  )
  .map(([record, reversed]) => (reversed ? reordered(record) : record) as Omit<LogRecord, 'offset'>)

export const anyRecords: fc.Arbitrary<readonly PlacedRecord[]> = fc
  .tuple(fc.nat(1_000_000), fc.array(anyRecord, { minLength: 1, maxLength: 24 }))
  .map(([first, records]) => records.map((record, at) => ({ ...record, offset: asOffset(first + at) }) as PlacedRecord))

/** Payloads of one type that have much in common, as those of a program have. */
export const anyKindred: fc.Arbitrary<readonly unknown[]> = fc.oneof(
  fc.array(fc.oneof(fc.integer(), fc.double()), { minLength: 1 }),
  fc.array(
    fc.integer({ min: -1_000, max: 1_000 }).map((cents) => cents / 100),
    { minLength: 1 },
  ),
  fc.array(fc.option(fc.maxSafeInteger()), { minLength: 1 }),
  fc.array(fc.record({ a: fc.boolean(), b: fc.string(), c: fc.option(fc.date()) }, { requiredKeys: ['b'] }), {
    minLength: 1,
  }),
  fc.array(fc.array(fc.record({ id: fc.uuid(), at: fc.nat() })), { minLength: 1 }),
  fc.array(fc.dictionary(fc.uuid(), fc.nat(), { maxKeys: 3 }), { minLength: 1, maxLength: 100 }),
  fc.array(anyStorable, { minLength: 1 }),
)

export const recordsOf = (payloads: readonly unknown[], first = 0): readonly PlacedRecord[] =>
  payloads.map((payload, at) => ({
    offset: asOffset(first + at),
    id: recordId(CLIENT, first + at),
    type: 'test/happened',
    version: 1,
    payload,
    time: 1_763_000_000_000 + (first + at) * 250,
  }))

/** Records of a bank, 50 % of them transfers, about one a second; the same in every run. */
export function bankRecords(count: number, first = 0): readonly PlacedRecord[] {
  const random = repeatable(first + 1)
  let time = 1_763_000_000_000 + first * 1_000
  return Array.from({ length: count }, (_, at): PlacedRecord => {
    time += random(2_000)
    const offset = first + at
    const placed = { offset: asOffset(offset), id: recordId(CLIENT, offset), version: 1, time }
    const kind = random(10)
    if (kind < 5) {
      const payload = {
        id: offset,
        from: `account-${random(200)}`,
        to: `account-${random(200)}`,
        minor: random(10_000),
      }
      return { ...placed, type: 'bank/posted', payload }
    }
    if (kind < 7) {
      const causedBy = recordId(CLIENT, Math.max(0, offset - random(40)))
      return { ...placed, type: 'bank/settled', payload: { id: offset - random(500) }, causedBy }
    }
    if (kind < 9) return { ...placed, type: 'bank/filtered', payload: { text: `text ${random(100)}` } }
    return {
      ...placed,
      type: 'bank/renamed',
      payload: { id: `account-${random(200)}`, owner: `owner ${random(1_000)}` },
    }
  })
}

/** One of everything that the form has. */
export function golden(): readonly PlacedRecord[] {
  const payloads = [
    { id: 1, from: 'account-1', to: 'account-2', minor: 1_250, open: true, at: new Date(1_763_000_000_000) },
    { id: 2, from: 'account-2', to: 'account-10', minor: -0, open: false, note: undefined },
    [1.25, null, 'Ä', [], { map: new Map([['a', 1n]]) }],
    Number.NaN,
  ]
  const [first, ...others] = recordsOf(payloads, 7)
  return [
    { ...(first as PlacedRecord), actor: 'ann', effect: { name: 'load', run: 3 }, group: 'import' },
    ...others.map((record) => ({ ...record, version: 2, causedBy: (first as PlacedRecord).id })),
  ]
}

/** Its bytes in form 1, as base64. Never to be changed: somebody may have them on a disk. */
export const goldenText =
  'UEhTAaXpeBQEBwABrJPpr89m9AMVDXRlc3QvaGFwcGVuZWQGb2Zmc2V0AmlkBHR5cGUHdmVyc2lvbgdwYXlsb2FkBHRpbWUFYWN0b3IGZWZmZWN0' +
  'BWdyb3VwCGNhdXNlZEJ5BGZyb20CdG8FbWlub3IEb3BlbgJhdARub3RlA21hcARuYW1lA3J1bg8VMDE5MGExYjItYzNkNC03ZTVmLThhOWItMGMx' +
  'ZDJlM2Y0YTViAAAAKAgO5AgJYWNjb3VudC0xgTKCMTABxAEPEXsiJG1hcCI6W1siYSIseyIkYmlnaW50IjoiMSJ9XV19A2FubgRsb2FkBmltcG9y' +
  'dAIJAQIDBAUGBwgJBwECAwQFBgoEAA4DAAQCDgkDCACQBgIGAgsMDQ4PBgILDA0OEAQAAgMABAICBAQAAgQEAgID/wAAAAAAiJNAAAAAAAAAAIAC' +
  'BAABBQCA+Oivz2YABwAKCQUBAAIDAgD6AQEEAAYHAAAGAQERCAAIA/8AAAAAAAD4fwQACgYBAhITBAAMAwAABgQADgEAKAgCJA=='

/** Numbers from 0 below `limit` (Lehmer's generator, MINSTD). */
function repeatable(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
}

const reordered = (value: object): object => Object.fromEntries(Object.entries(value).reverse())

function asId(text: string): LogRecord['id'] {
  return text as LogRecord['id']
}
