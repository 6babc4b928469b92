import type { AnySlice, Session } from '@playhead/core'
import { importSession, openSession, PlayheadError } from '@playhead/core'
import type { SessionReport } from '../../protocol/calls.ts'
import type { AgentStore } from '../store/AgentStore.ts'
import type { AgentStores } from '../store/AgentStores.ts'
import { problemsOf } from './checkSession.ts'

/**
 * Opens what can be read of a session file, folded by the slices of the store that knows most of its types.
 *
 * @throws PlayheadError `devtools/empty-session` where there is nothing in it that can be read
 * @throws PlayheadError `devtools/no-slices` where the app has no store
 */
export function loadSession(
  stores: AgentStores,
  { text, name }: { readonly text: string; readonly name: string },
): SessionReport {
  const session = importSession(text)
  const problems = problemsOf(session)
  if (session.records.length === 0 && problems.length > 0) throw emptySession(name, problems[0]?.message)
  const like = bestStore(stores, session)
  const { store, state } = openSession(session, { slices: like.inspection.slices as readonly AnySlice[] })
  const opened = stores.addSession(store, { name, like })
  const ofReading = (reading: string) =>
    session.report.types.filter((each) => each.reading === reading).map(({ type }) => type)
  return {
    store: opened.id,
    records: session.records.length,
    problems,
    unknownTypes: ofReading('unknown'),
    upcast: ofReading('upcast'),
    hash: state === 'unknown' ? 'not given' : state,
  }
}

function bestStore(stores: AgentStores, { records, report }: Session): AgentStore {
  const roots = stores.all.filter((store) => !store.parent && !store.isSession)
  const sample = new Map(records.slice(0, SAMPLE_RECORDS).map((record) => [record.type, record]))
  const known = (store: AgentStore) =>
    report.types.filter(({ type }) => {
      const record = sample.get(type) ?? { type, payload: undefined }
      return store.inspection.slicesOf(record).length > 0
    }).length
  const [best] = roots.toSorted((a, b) => known(b) - known(a))
  if (best) return best
  throw new PlayheadError({
    code: 'devtools/no-slices',
    message: 'The app has attached no store, so there are no reducers to fold the session by. Attach one first.',
  })
}

const SAMPLE_RECORDS = 10_000

const emptySession = (name: string, why = 'It is empty.') =>
  new PlayheadError({
    code: 'devtools/empty-session',
    message: `Nothing in "${name}" can be read as a session. ${why}`,
  })
