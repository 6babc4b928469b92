import type { CallHandlers } from '../../protocol/serveAgent.ts'
import type { SessionCheck } from '../../protocol/sessions.ts'

const START = Date.UTC(2026, 10, 23, 9, 0, 0)

export const wholeFile: SessionCheck = {
  header: { app: 'bank', build: '2026.11.20', from: 0, to: 1_041, redacted: ['bank/opened payload.owner'] },
  records: 1_042,
  span: { from: START, to: START + 3_600_000 },
  types: [
    { type: 'bank/opened', version: 1, knownVersion: 1, records: 12, reading: 'same' },
    { type: 'bank/transferred', version: 1, knownVersion: 1, records: 900, reading: 'same' },
    { type: 'bank/statementLoaded', version: 1, knownVersion: 2, records: 128, reading: 'upcast' },
    { type: 'beta/tried', version: 1, knownVersion: undefined, records: 2, reading: 'unknown' },
  ],
  problems: [],
  problemsLeftOut: 0,
}

export const brokenFile: SessionCheck = {
  ...wholeFile,
  records: 618,
  problems: [
    {
      line: 212,
      code: 'session/bad-line',
      message:
        'Line 212: it is no JSON. The record was left out and the others are read. It was not written by exportSession, or was changed since.',
    },
    {
      line: 620,
      code: 'session/truncated',
      message:
        'Line 620: the file ends after record 618, and its header speaks of records up to 1041. What is there is kept. Was the download or copy cut off?',
    },
  ],
}

export const newerFile: SessionCheck = {
  ...wholeFile,
  problems: [
    {
      line: 1,
      code: 'session/newer-format',
      message:
        'Line 1: the file is of form 3, and this program reads form 1. What it can read of it is here; open it with a newer Playhead to see all.',
    },
  ],
}

export const foreignFile: SessionCheck = {
  header: undefined,
  records: 0,
  span: undefined,
  types: [],
  problems: [
    {
      line: 1,
      code: 'session/not-a-session',
      message:
        'Line 1: the file does not begin with the header of a session: it is no JSON. Records that follow are read all the same. Was another file chosen, or its beginning lost?',
    },
  ],
  problemsLeftOut: 0,
}

const TEST = `import { stateHash } from '@playhead/core'
import { replay, slicesOf } from '@playhead/core/testing'
import { expect, it } from 'vitest'
import { store } from './store'

// Recorded with @playhead/devtools: 7 records from offset 0 to 6.
const session = String.raw\`{"playhead":1,"from":0,"to":6}
{"offset":0,"type":"bank/opened","payload":{"id":"giro"}}
\`

it('comes to the state that was recorded', () => {
  const replayed = replay(session, { slices: slicesOf(store), sameState: false })
  const state: Record<string, unknown> = replayed.getState()
  expect(stateHash(state['ledger']), 'ledger').toBe('b3f1c2')
})
`

/** Answers to everything that is asked about sessions, with a file that came to be read so. */
export const sessionCalls = (check: SessionCheck): Partial<CallHandlers> => ({
  placeAt: () => 3,
  planSession: ({ from, to, redact = {} }) => ({
    from,
    to,
    bytes: 180 * (to - from + 1) + 400,
    checkpoint: from > 0,
    types: [
      { type: 'bank/transferred', records: 2 },
      { type: 'bank/opened', records: 2 },
    ],
    redacted: [
      { type: 'bank/opened', path: 'payload.owner', declared: true },
      ...Object.entries(redact).flatMap(([type, paths]) => paths.map((path) => ({ type, path, declared: false }))),
    ],
  }),
  saveSession: () => ({ text: '{"playhead":1}\n', redacted: [] }),
  saveTest: () => ({ text: TEST }),
  checkSession: () => check,
  loadSession: () => ({
    store: 'session 1',
    records: check.records,
    problems: check.problems,
    unknownTypes: ['beta/tried'],
    upcast: ['bank/statementLoaded'],
    hash: 'same',
  }),
})
