import type { CallHandlers } from '../../protocol/serveAgent.ts'
import { checkSession } from '../sessions/checkSession.ts'
import { loadSession } from '../sessions/loadSession.ts'
import { planSession } from '../sessions/planSession.ts'
import { saveSession } from '../sessions/saveSession.ts'
import { saveTest } from '../sessions/saveTest.ts'
import type { Answering } from './Answering.ts'

type SessionCalls = Pick<CallHandlers, 'planSession' | 'saveSession' | 'checkSession' | 'loadSession' | 'saveTest'>

/** Session files, and tests made of them. */
export const sessionCalls = ({ app, stores, run }: Answering): SessionCalls => ({
  planSession: (give) => run(planSession(stores.get(give.store), give)),
  saveSession: (give) => run(saveSession(stores.get(give.store), { ...give, app })),
  checkSession: ({ text }) => checkSession(text),
  loadSession: ({ text, name }) => loadSession(stores, { text, name }),
  saveTest: (give) => run(saveTest(stores.get(give.store), { ...give, app })),
})
