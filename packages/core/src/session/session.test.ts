import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Dispatchable } from '../index.ts'
import {
  action,
  createActions,
  createSlice,
  createStore,
  exportSession,
  importSession,
  memoryLog,
  openSession,
  sessionText,
  stateHash,
  topic,
} from '../index.ts'
import { asOffset } from '../log/Offset.ts'
import { happened } from '../testing/contractRecords.ts'
import { people, persons, slices, someActions, stamps, storeWithRuns } from './session.fixtures.ts'

function storeOf(actions: readonly Dispatchable[], take: Parameters<typeof createStore>[0]['slices'] = slices) {
  const store = createStore({ slices: take, actor: 'ann' })
  store.error$.subscribe()
  for (const each of actions) store.dispatch(each)
  return store
}

const born = new Date(0)
const ann = { id: 'ann', iban: 'DE89370400440532013000', born, limits: new Map([['day', 5n]]) }
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
const cut = (text: string, lengths: readonly number[]) => {
  const pieces: string[] = []
  let rest = text
  for (const length of lengths) {
    pieces.push(rest.slice(0, length))
    rest = rest.slice(length)
  }
  return [...pieces, rest]
}

// Stores say what they do not know; most of these tests are about that.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))

describe('a session file', () => {
  it('[SES-1] is a header and one line a record, and says what it is', () => {
    const store = storeOf([people.joined(ann), people.stamped()])
    const text = sessionText(store, { app: 'bank', build: 'abc', redact: {} })
    const [header, first, second, ...others] = linesOf(text)
    expect(header).toMatchObject({
      playhead: 1,
      app: 'bank',
      build: 'abc',
      from: 0,
      to: 1,
      types: { 'people/joined': 1, 'people/stamped': 1 },
    })
    expect(first).toMatchObject({ offset: 0, type: 'people/joined', version: 1, actor: 'ann' })
    expect(second).toMatchObject({ offset: 1, type: 'people/stamped' })
    expect(others).toEqual([])
    expect(text.endsWith('\n')).toBe(true)
  })

  it('[SES-2] gives back every record and the same state, whatever the payloads, wherever it is cut', () => {
    const free = createSlice('free', [] as unknown[], (on) => [
      on(topic('open.*'), (state, { payload }) => {
        state.push(payload)
      }),
    ])
    fc.assert(
      fc.property(someActions, fc.array(fc.nat(400), { maxLength: 8 }), (actions, lengths) => {
        const open = actions.map((each) => ({ ...each, type: each.type.replace('people/', 'open/') }))
        const store = storeOf([...open, ...actions.filter(({ type }) => !redacting.has(type))], [free, persons, stamps])
        const session = importSession(cut(sessionText(store), lengths))
        expect(session.report.problems).toEqual([])
        expect(session.records).toEqual(recordsOf(store))
        const opened = openSession(session, { slices: [free, persons, stamps] })
        expect(opened.state).toBe('same')
        expect(stateHash(opened.store.getState())).toBe(stateHash(store.getState()))
      }),
    )
  })

  it('[SES-2] goes on from where it ends', () => {
    const session = importSession(sessionText(storeOf([people.stamped()])))
    const { store } = openSession(session, { slices })
    store.dispatch(people.stamped())
    expect(store.get(stamps)).toHaveLength(2)
    expect(store.timeline.playhead.head).toBe(1)
  })

  it('[SES-3] of a part of the log starts from a checkpoint and comes to the same state, tables in order', () => {
    fc.assert(
      fc.property(someActions, fc.nat(30), fc.nat(30), (actions, a, b) => {
        const open = actions.filter(({ type }) => !redacting.has(type))
        const store = storeOf(open)
        const { head } = store.timeline.playhead
        const from = Math.min(a, head + 1)
        const to = Math.min(head, from - 1 + b)
        const { store: opened, state } = openSession(importSession(sessionText(store, { from, to })), { slices })
        expect(state).toBe('same')
        expect(stateHash(opened.getState())).toBe(stateHash(store.at(to).getState()))
        expect(opened.timeline.playhead.head).toBe(to - from)
        if (to >= from) expect(opened.recordAt(0)?.id).toBe(store.recordAt(from)?.id)
      }),
    )
    const parts = createActions('parts', { put: action<string>() })
    const sorted = createSlice('sorted', { rows: persons.initial.rows }, (on) => [
      on(parts.put, (state, { payload }) => {
        state.rows.set(payload, { id: payload, born, minor: 0, limits: new Map(), rows: [] })
      }),
    ])
    const store = storeOf(
      ['c', 'a', 'b'].map((id) => parts.put(id)),
      [sorted],
    )
    const { store: opened } = openSession(importSession(sessionText(store, { from: 2 })), { slices: [sorted] })
    expect([...opened.get(sorted).rows.keys()]).toEqual(['a', 'b', 'c'])
  })

  it.each([
    [{ from: 2 }, 'records 2 to 0'],
    [{ to: 1 }, 'records 0 to 1'],
    [{ from: -1 }, 'records -1 to 0'],
    [{ from: 0.5 }, 'records 0.5'],
    [{ to: Number.NaN }, 'to NaN'],
  ])('[SES-3] refuses the range %j', async (range, shown) => {
    const store = storeOf([people.stamped()])
    expect(() => sessionText(store, range)).toThrow(shown)
    await expect(exportSession(store, range).next()).rejects.toThrow('(session/bad-range)')
  })

  it('[SES-1] of an empty log is a header', () => {
    const store = storeOf([])
    const session = importSession(sessionText(store))
    expect(session.records).toEqual([])
    expect(session.report.compatible).toBe(true)
    expect(openSession(session, { slices }).state).toBe('same')
  })

  it('[SES-1] comes in pieces, and is read from a stream of pieces', async () => {
    const store = storeOf(Array.from({ length: 2_000 }, () => people.stamped()))
    const pieces: string[] = []
    for await (const piece of exportSession(store)) pieces.push(piece)
    expect(pieces.length).toBeGreaterThan(3)
    expect(pieces.join('')).toBe(sessionText(store))
    const session = await importSession(exportSession(store))
    expect(session.records).toEqual(recordsOf(store))
  })

  it('[SES-4] writes payloads in the shape and version of today, however old the record is', () => {
    const old = createActions('versions', {
      named: action<{ name: string }>({ version: 2, upcast: { 1: (name: string) => ({ name }) } }),
      broken: action<string>({
        version: 2,
        upcast: {
          1: () => {
            throw new Error('cannot')
          },
        },
      }),
    })
    const names = createSlice('names', [] as string[], (on) => [
      on(old.named, (state, { payload }) => {
        state.push(payload.name)
      }),
      on(old.broken, (state) => state),
    ])
    const stored = [
      { ...happened(0, { type: 'versions/named', payload: 'Ann' }), offset: asOffset(0) },
      { ...happened(1, { type: 'versions/named', version: 3, payload: 7 }), offset: asOffset(1) },
      { ...happened(2, { type: 'versions/broken', payload: 'x' }), offset: asOffset(2) },
    ]
    const store = createStore({ slices: [names], log: memoryLog({ records: stored }) })
    store.error$.subscribe()
    const session = importSession(sessionText(store))
    expect(session.records.map(({ version, payload }) => [version, payload])).toEqual([
      [2, { name: 'Ann' }],
      [3, 7],
      [1, 'x'],
    ])
    expect(session.report.types).toEqual([
      { type: 'versions/named', version: 2, knownVersion: 2, records: 1, reading: 'same' },
      { type: 'versions/named', version: 3, knownVersion: 2, records: 1, reading: 'newer' },
      { type: 'versions/broken', version: 1, knownVersion: 2, records: 1, reading: 'upcast' },
    ])
    expect(session.report.compatible).toBe(false)
    expect(openSession(session, { slices: [names] }).state).toBe('same')
  })

  it('[SES-5] tells of types that this program does not know, and keeps their records', () => {
    const store = storeOf([{ type: 'gone/away', payload: 1 }, people.stamped()])
    const { records, report } = importSession(sessionText(store))
    expect(report).toMatchObject({ compatible: false, problems: [] })
    expect(report.types.map(({ type, reading }) => [type, reading])).toEqual([
      ['gone/away', 'unknown'],
      ['people/stamped', 'same'],
    ])
    expect(records).toHaveLength(2)
  })

  it('[SES-6] says which slice came to another state', () => {
    const other = createSlice('stamps', [] as number[], (on) => [on(people.stamped, () => [1])])
    const session = importSession(sessionText(storeOf([people.stamped()])))
    const { state, differences } = openSession(session, { slices: [persons, other] })
    expect(state).toBe('different')
    expect(differences.map(({ error }) => error.message)).toEqual([expect.stringContaining('Slice "stamps" came to')])
    const fewer = openSession(session, { slices: [stamps] })
    expect(fewer.differences.map(({ error }) => error.message)).toEqual([expect.stringContaining('is not in this one')])
    const { header, ...rest } = session
    expect(openSession({ header: undefined, ...rest }, { slices }).state).toBe('unknown')
    expect(header?.hash?.of).toBe('log')
  })

  it('[SES-7] keeps the runs of effects, with what they sent', () => {
    const store = storeWithRuns()
    const session = importSession(sessionText(store))
    expect(session.report.problems).toEqual([])
    expect(session.header?.runs).toMatchObject([
      { run: 0, effect: 'ask', status: 'done', emissions: 1, emitted: [store.recordAt(1)?.id] },
      { run: 1, effect: 'ask', status: 'failed', emissions: 0 },
    ])
  })
})

describe('redaction', () => {
  const secrets = ['DE89370400440532013000', 'Olivia', '5n', '"5"']

  it('[SES-8] takes out what the action declares, and leaves placeholders of the same kind', () => {
    const store = storeOf([
      people.joined({ ...ann, rows: [{ owner: 'Olivia', minor: 7 }] }),
      people.paid({ iban: ann.iban, minor: 300, key: Uint8Array.of(1, 2, 3) }),
    ])
    const text = sessionText(store)
    for (const secret of secrets) expect(text).not.toContain(secret)
    const { header, records, report } = importSession(text)
    expect(report.problems).toEqual([])
    expect(records[0]?.payload).toEqual({
      ...ann,
      iban: '[redacted 1]',
      rows: [{ owner: '[redacted 2]', minor: 7 }],
      limits: new Map([['day', 0n]]),
    })
    expect(records[1]?.payload).toEqual({ iban: '[redacted 1]', minor: 300, key: new Uint8Array(3) })
    expect(header?.redacted).toEqual(
      new Map([
        ['people/joined', ['payload.iban', 'payload.rows.*.owner', 'payload.limits.*']],
        ['people/paid', ['payload.iban', 'payload.key']],
      ]),
    )
    expect(linesOf(text)[1]?.redacted).toEqual(['payload.iban', 'payload.rows.*.owner', 'payload.limits.*'])
  })

  it('[SES-8] leaves the log, and what it shares, as it is', () => {
    const store = storeOf([people.joined(ann)])
    const before = stateHash(recordsOf(store))
    sessionText(store)
    expect(stateHash(recordsOf(store))).toBe(before)
  })

  it('[SES-9] gives the hash of the redacted log, and reducers come to it', () => {
    fc.assert(
      fc.property(someActions, fc.nat(30), (actions, at) => {
        const store = storeOf(actions)
        const from = Math.min(at, store.timeline.playhead.head + 1)
        const session = importSession(sessionText(store, { from }))
        const { state } = openSession(session, { slices })
        expect(state).toBe('same')
        expect(session.header?.hash?.of).toBe(actions.some(({ type }) => redacting.has(type)) ? 'redacted' : 'log')
      }),
    )
  })

  it('[SES-9] keeps equal texts equal, so that rows still find each other', () => {
    const store = storeOf([people.joined(ann), people.paid({ iban: ann.iban, minor: 300, key: new Uint8Array() })])
    const { store: opened } = openSession(importSession(sessionText(store)), { slices })
    expect([...opened.get(persons).rows.values()].map(({ minor }) => minor)).toEqual([300])
    expect(opened.get(persons).unknown).toBe(0)
  })

  it('[SES-8] lets nothing out by a checkpoint', () => {
    const store = storeOf([people.joined({ ...ann, rows: [{ owner: 'Olivia', minor: 7 }] }), people.stamped()])
    const text = sessionText(store, { from: 1 })
    for (const secret of secrets) expect(text).not.toContain(secret)
    expect(linesOf(text)[0]?.checkpoint).toBeDefined()
  })

  it('[SES-8] lets nothing out by runs: neither their keys nor the texts of their errors', () => {
    const text = sessionText(storeWithRuns())
    expect(text).not.toContain('DE89370400440532013000')
    expect(importSession(text).header?.runs.map(({ effect, status }) => `${effect} ${status}`)).toEqual([
      'ask done',
      'ask failed',
    ])
  })

  it('[SES-8] finds no text that was redacted anywhere in the file, whatever the value', () => {
    const secret = fc.string({ minLength: 6, maxLength: 12 }).map((text) => `S3CRET${text}`)
    const holder = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        secret,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b'), tie('value')),
        fc.array(fc.tuple(secret, tie('value')), { maxLength: 2 }).map((entries) => new Map(entries)),
        fc.array(secret, { maxLength: 2 }).map((items) => new Set(items)),
        secret.map((text) => new TextEncoder().encode(text)),
      ),
    })).value
    fc.assert(
      fc.property(holder, (value) => {
        const text = sessionText(storeOf([people.told({ secret: value })]))
        expect(text).not.toContain('S3CRET')
        expect(text).not.toContain(btoa('S3CRET'))
      }),
    )
  })

  it('[SES-8] keeps keys of maps and items of sets apart', () => {
    const secret = {
      byNumber: new Map([
        [907, 'a'],
        [908, 'b'],
      ]),
      set: new Set([907, 3n, 'x', true]),
    }
    const { records } = importSession(sessionText(storeOf([people.told({ secret })])))
    expect(records[0]?.payload).toEqual({
      secret: {
        byNumber: new Map([
          [1, '[redacted 1]'],
          [2, '[redacted 2]'],
        ]),
        set: new Set([1, 3n, '[redacted 3]', false]),
      },
    })
  })

  it('[SES-8] takes out what the caller adds, and the whole payload where its shape is not known', () => {
    const future = {
      ...happened(0, { type: 'people/told', version: 9, payload: { moved: 'S3CRET' } }),
      offset: asOffset(0),
    }
    const store = createStore({ slices, log: memoryLog({ records: [future] }) })
    store.error$.subscribe()
    store.dispatch({ type: 'plain/said', payload: { a: 'S3CRET' }, meta: { b: 'S3CRET' } })
    const text = sessionText(store, { redact: { 'plain/said': ['payload.a', 'rest.meta.b'] } })
    expect(text).not.toContain('S3CRET')
    expect(importSession(text).records[0]?.payload).toEqual({ moved: '[redacted 1]' })
  })

  it.each(['iban', 'payload.', '', 'payload..a', 'record.id', 5])(
    '[SES-8] refuses the path %j where it is declared',
    (path) => {
      expect(() => createActions('bad', { x: action<string>({ redact: [path as string] }) })).toThrow(
        '(action/bad-redaction)',
      )
      expect(() => sessionText(storeOf([]), { redact: { a: [path as string] } })).toThrow('(action/bad-redaction)')
    },
  )

  it('[SES-8] leaves what has no such field as it is, and exports a redacted session again', () => {
    const store = storeOf([people.told({ secret: null }), people.told({ secret: undefined }), people.joined(ann)])
    const text = sessionText(store)
    const { store: opened } = openSession(importSession(text), { slices })
    expect(sessionText(opened)).toBe(text)
  })
})

describe('reading a file that is not as it should be', () => {
  const text = sessionText(storeOf([people.stamped(), people.stamped(), people.stamped()]))
  const lines = text.trimEnd().split('\n') as [string, string, string, string]
  const read = (changed: readonly (string | undefined)[]) => {
    const { records, report, header } = importSession(changed.filter((line) => line !== undefined).join('\n'))
    return {
      header,
      offsets: records.map(({ offset }) => offset),
      problems: report.problems.map(({ line, error }) => `${line} ${error.code}`),
      messages: report.problems.map(({ error }) => error.message),
    }
  }
  const [head, a, b, c] = lines
  const changed = (line: string, fields: Record<string, unknown>) => JSON.stringify({ ...JSON.parse(line), ...fields })

  it.each<[string, (string | undefined)[], number[], string[]]>([
    ['nothing', [], [], ['1 session/not-a-session']],
    ['blank lines', ['', '  ', ''], [], ['1 session/not-a-session']],
    ['no JSON', ['hello'], [], ['1 session/not-a-session']],
    ['another JSON', ['{"a":1}', a], [0], ['1 session/not-a-session', '1 session/bad-line']],
    ['no header', [a, b, c], [0, 1, 2], ['1 session/not-a-session']],
    ['a line cut off', [head, a, b.slice(0, -10)], [0, 1].slice(0, 1), ['3 session/bad-line', '3 session/truncated']],
    ['lines missing at the end', [head, a], [0], ['2 session/truncated']],
    ['a line missing', [head, a, undefined, c], [0, 2], ['3 session/gap']],
    ['the first missing', [head, b, c], [1, 2], ['2 session/gap']],
    ['a line twice', [head, a, a, b, c], [0, 1, 2], ['3 session/bad-offset']],
    ['lines in disorder', [head, b, a, c], [1, 2], ['2 session/gap', '3 session/bad-offset']],
    [
      'an id twice',
      [head, a, changed(b, { id: JSON.parse(a).id }), c],
      [0, 2],
      ['3 session/bad-line', '4 session/gap'],
    ],
    ['a line that is no JSON', [head, a, '{', b, c], [0, 1, 2], ['3 session/bad-line']],
    ['a number for a record', [head, '5', a, b, c], [0, 1, 2], ['2 session/bad-line']],
    ['a list for a record', [head, '[]', a, b, c], [0, 1, 2], ['2 session/bad-line']],
    ['null for a record', [head, 'null', a, b, c], [0, 1, 2], ['2 session/bad-line']],
    ['a second header', [head, a, head, b, c], [0, 1, 2], ['3 session/bad-line']],
    ['blank lines between', [head, '', a, '', b, c, ''], [0, 1, 2], []],
    ['lines of Windows', [`\uFEFF${head}\r`, `${a}\r`, `${b}\r`, `${c}\r`], [0, 1, 2], []],
    ['a newer form', [changed(head, { playhead: 2 }), a, b, c], [0, 1, 2], ['1 session/newer-format']],
    ['a bad range', [changed(head, { from: -5 }), a, b, c], [0, 1, 2], ['1 session/bad-header']],
    ['a bad end', [changed(head, { to: 'x' }), a, b, c], [0, 1, 2], ['1 session/bad-header']],
    ['bad versions', [changed(head, { types: { a: 'x' } }), a, b, c], [0, 1, 2], ['1 session/bad-header']],
    ['a bad checkpoint', [changed(head, { checkpoint: { $date: 1 } }), a, b, c], [0, 1, 2], ['1 session/bad-header']],
    ['a bad hash', [changed(head, { hash: 'x' }), a, b, c], [0, 1, 2], ['1 session/bad-header']],
    ['bad runs', [changed(head, { runs: {} }), a, b, c], [0, 1, 2], ['1 session/bad-header']],
    ['a bad run', [changed(head, { runs: [{ run: 0 }] }), a, b, c], [0, 1, 2], ['1 session/bad-header']],
    ['bad paths', [changed(head, { redacted: { a: ['x'] } }), a, b, c], [0, 1, 2], ['1 session/bad-header']],
  ])('[SES-10] %s: keeps what it can read, and tells the line', (_, given, offsets, problems) => {
    const found = read(given)
    expect(found.offsets).toEqual(offsets)
    expect(found.problems).toEqual(problems)
  })

  it.each([
    ['offset', -1],
    ['offset', 0.5],
    ['offset', '0'],
    ['offset', 2 ** 60],
    ['id', ''],
    ['id', 7],
    ['id', undefined],
    ['type', ''],
    ['type', 'x'.repeat(1_025)],
    ['version', 0],
    ['time', null],
    ['time', '1'],
    ['actor', 5],
    ['causedBy', {}],
    ['effect', 'load'],
    ['effect', { name: 'load', run: -1 }],
    ['group', ''],
    ['rest', 5],
    ['payload', { $date: 'yesterday' }],
    ['payload', { $bigint: '1e9' }],
    ['payload', { $nothing: 1 }],
  ])('[SES-10] refuses a record whose %s is %j, and reads the others', (field, value) => {
    const found = read([head, changed(a, { [field]: value }), b, c])
    expect(found.problems).toEqual(['2 session/bad-line', '3 session/gap'])
    expect(found.offsets).toEqual([1, 2])
  })

  it('[SES-11] lets no key change what objects inherit', () => {
    const poison = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'
    const withPayload = a.replace(/"payload":\{/, `"payload":{"x":${poison},`)
    expect(withPayload).not.toBe(a)
    const asRecord = `${a.slice(0, -1)},"__proto__":{"polluted":1}}`
    const asHeader = head.replace('"types":{', '"types":{"__proto__":1,"constructor":1,')
    const found = read([asHeader, asRecord, b.replace(/"payload":\{/, `"payload":{"x":${poison},`), c])
    expect(found.problems).toEqual(['3 session/bad-line', '4 session/gap'])
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
    expect(found.header?.types.get('__proto__')).toBe(1)
    expect(Object.getPrototypeOf(importSession([asHeader, asRecord].join('\n')).records[0])).toBe(Object.prototype)
  })

  it('[SES-11] skips a line that is too long without keeping it, wherever it is cut', () => {
    const reader = importSession(
      (function* () {
        yield `${head}\n${a}\n`
        for (let i = 0; i < 66; i++) yield 'x'.repeat(2 ** 20)
        yield `\n${b}\n${c}\n`
      })(),
    )
    expect(reader.report.problems.map(({ line, error }) => `${line} ${error.code}`)).toEqual([
      '3 session/line-too-long',
    ])
    expect(reader.records).toHaveLength(3)
  })

  it('[SES-11] counts problems beyond the first thousand', () => {
    const { report, records } = importSession([head, a, b, c, ...Array(1_500).fill('{')].join('\n'))
    expect([report.problems.length, report.problemsLeftOut, records.length]).toEqual([1_000, 500, 3])
  })

  it('[SES-11] reads any text without throwing', () => {
    const bits = fc.oneof(
      fc.constantFrom(...lines, '{', '}', '"', ',', ':', '[', '\n', '"offset":0', '"$date"', '{"playhead":1}', 'null'),
      fc.string({ maxLength: 5 }),
      fc.json(),
    )
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 20 }), fc.array(fc.nat(20), { maxLength: 5 }), (parts, lengths) => {
        const session = importSession(cut(parts.join(''), lengths))
        const again = importSession(parts.join(''))
        expect(again).toEqual(session)
        openSession(session, { slices: [] })
      }),
    )
  })

  it('[SES-10] makes a store of what is there: a gap closes, and the state is told to be different', () => {
    const session = importSession([head, a, c].join('\n'))
    const { store, state } = openSession(session, { slices })
    expect(state).toBe('different')
    expect(store.timeline.playhead.head).toBe(1)
    expect(store.get(stamps)).toHaveLength(2)
  })

  it('[SES-10] raises a time that goes back, as any log does', () => {
    const { records } = importSession([head, a, changed(b, { time: 5 }), c].join('\n'))
    expect(records[1]?.time).toBe(records[0]?.time)
  })
})

const redacting = new Set(['people/joined', 'people/paid', 'people/told'])

function recordsOf(store: ReturnType<typeof storeOf>) {
  return Array.from({ length: store.timeline.playhead.head + 1 }, (_, offset) => store.recordAt(offset))
}
