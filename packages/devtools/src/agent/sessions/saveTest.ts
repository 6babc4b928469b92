import type { AgentStore } from '../store/AgentStore.ts'
import type { Steps } from '../work/inSlices.ts'
import type { ExportedRange } from './exported.ts'
import { exported } from './exported.ts'
import { headerOf } from './headerOf.ts'

/**
 * A test for Vitest that replays a range and checks the state that it comes to, slice by slice.
 *
 * @throws PlayheadError `session/bad-range`
 */
export function* saveTest(store: AgentStore, range: ExportedRange): Steps<{ readonly text: string }> {
  const session = yield* exported(store, range)
  return { text: testText(store, session, range) }
}

function testText(store: AgentStore, session: string, { from, to }: ExportedRange): string {
  const header = headerOf(session)
  const hashes = [...(header?.hash?.slices ?? [])]
  const records = to - (header?.from ?? from) + 1
  const module = store.testImport ?? './store'
  return `import { stateHash } from '@playhead/core'
import { replay, slicesOf } from '@playhead/core/testing'
import { expect, it } from 'vitest'
import { store } from ${quoted(module)}

// Recorded with @playhead/devtools: ${records} ${records === 1 ? 'record' : 'records'} from offset ${header?.from ?? from} to ${to}.
// A record is a line: an action that is in the way can be deleted or changed.
const session = String.raw\`${escaped(session)}\`

it('comes to the state that was recorded', () => {
  const replayed = replay(session, { slices: slicesOf(store), sameState: false })
  const state: Record<string, unknown> = replayed.getState()
${hashes.map(([slice, hash]) => `  expect(stateHash(state[${quoted(slice)}]), ${quoted(slice)}).toBe(${quoted(hash)})\n`).join('')}})
`
}

const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`

/** JSON within a raw template: a backquote and \`\${\` are written by their codes, which JSON reads. */
const escaped = (json: string): string => json.replaceAll('`', '\\u0060').replaceAll('${', '\\u0024{')
