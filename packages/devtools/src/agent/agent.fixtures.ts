import type { Store } from '@playhead/core'
import { action, createActions, createEffect, createSlice, createStore, table } from '@playhead/core'
import type { Calls, Feeds } from '../protocol/calls.ts'
import type { AgentConnection } from '../protocol/connectPanel.ts'
import { connectPanel } from '../protocol/connectPanel.ts'
import { inPageWires } from '../transport/inPageWires.ts'
import type { AgentOptions } from './createAgent.ts'
import { createAgent } from './createAgent.ts'
import type { AttachOptions } from './store/AgentStore.ts'
import type { AgentTime } from './work/AgentTime.ts'

export interface Account {
  readonly id: string
  readonly owner: string
  readonly minor: number
}

export const bank = createActions('bank', {
  opened: action<Account>({ redact: ['payload.owner'] }),
  paid: action<{ readonly id: string; readonly minor: number }>({
    topic: ({ id }) => ['bank', 'account', id, 'paid'],
  }),
  asked: action<{ readonly id: string }>(),
  answered: action<{ readonly id: string; readonly rows: number }>(),
  told: action<string | number | Date | undefined>(),
  broke: action(),
})

export const ledger = createSlice('ledger', { accounts: table<string, Account>(), paid: 0 }, (on) => [
  on(bank.opened, (state, { payload }) => {
    state.accounts.set(payload.id, payload)
  }),
  on(bank.paid, (state, { payload: { id, minor } }) => {
    state.paid++
    if (!state.accounts.get(id)) return
    state.accounts.update(id, (account) => {
      account.minor += minor
    })
  }),
  on(bank.broke, () => {
    throw new Error('the ledger is broken')
  }),
])

export const statements = createSlice('statements', { asked: 0, answered: 0 }, (on) => [
  on(bank.asked, (state) => void state.asked++),
  on(bank.answered, (state) => void state.answered++),
])

/** Answers at once, in the same drain. */
export const answer = createEffect('answer', {
  on: bank.asked,
  flatten: 'merge',
  run: ({ payload: { id } }) => [bank.answered({ id, rows: 1 }), bank.paid({ id, minor: 1 })],
  failed: () => bank.broke(),
})

/** A store whose clock goes on by 10 ms with each record. */
export function bankStore() {
  let now = Date.UTC(2026, 0, 1)
  return createStore({ slices: [ledger, statements], effects: [answer], clock: { now: () => (now += 10) } })
}

/** Opens two accounts and pays into them in turn, up to so many records. */
export function bankWith(records: number): ReturnType<typeof bankStore> {
  const store = bankStore()
  store.dispatch(bank.opened({ id: 'a', owner: 'Ada', minor: 0 }))
  store.dispatch(bank.opened({ id: 'b', owner: 'Bob', minor: 0 }))
  for (let n = 2; n < records; n++) store.dispatch(bank.paid({ id: n % 2 === 0 ? 'a' : 'b', minor: n }))
  return store
}

const filled = createActions('filled', { rows: action<readonly (readonly [string, unknown])[]>() })

/** A table of some rows. */
export function tableOf(rows: readonly (readonly [string, unknown])[]) {
  const slice = createSlice('slice', { rows: table<string, unknown>() }, (on) => [
    on(filled.rows, (state, { payload }) => {
      for (const [key, row] of payload) state.rows.set(key, row)
    }),
  ])
  const store = createStore({ slices: [slice] })
  store.dispatch(filled.rows(rows as never))
  return store.getState().slice.rows
}

/** Time in which each look at the clock takes a millisecond, so that work is cut at the same places in each run. */
export function steadyTime(msPerLook = 1): AgentTime {
  let now = 0
  return {
    now: () => (now += msPerLook),
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    after(_ms, work) {
      const handle = setImmediate(work)
      return () => clearImmediate(handle)
    },
  }
}

/** A panel that is connected to an agent with one store, or with none. */
export function connected(store?: Store, options: AttachOptions & Partial<AgentOptions> = {}) {
  const { app = 'bank app', time = steadyTime(), ...attachOptions } = options
  const agent = createAgent({ app, time })
  const detach = store ? agent.attach(store, { name: 'bank', ...attachOptions }) : () => {}
  const open = () => {
    const [here, there] = inPageWires()
    const stop = agent.serve(here)
    const panel = connectPanel(there)
    return {
      panel,
      close() {
        panel.close()
        stop()
      },
    }
  }
  return { agent, detach, open, ...open() }
}

type Part<Name extends keyof Feeds> = Feeds[Name]['part']

/** Parts of a feed until one fits, or it ends; it is stopped then. Rejects where it is refused. */
export function partsUntil<Name extends keyof Feeds>(
  panel: AgentConnection,
  name: Name,
  give: Feeds[Name]['give'],
  fits: (part: Part<Name>) => boolean = () => false,
): Promise<readonly Part<Name>[]> {
  return new Promise((resolve, reject) => {
    const parts: Part<Name>[] = []
    const stop = panel.listen(name, give, {
      part(part) {
        parts.push(part)
        if (!fits(part)) return
        stop()
        resolve(parts)
      },
      ended: () => resolve(parts),
      refused: reject,
    })
  })
}

/** Opens a list, waits until it is searched, and gives its rows. The list stays open. */
export function listed(
  panel: AgentConnection,
  give: Partial<Feeds['list']['give']> = {},
): Promise<{
  readonly rows: Calls['rows']['get']
  readonly progress: Part<'list'>
  stop(): void
}> {
  const { store = 'bank', list = 'main' } = give
  return new Promise((resolve, reject) => {
    const stop = panel.listen(
      'list',
      { store, list, filter: {}, folded: false, near: 0, ...give },
      {
        part(progress) {
          if (!progress.done) return
          panel
            .call('rows', { store, list, from: 0, to: progress.rows, before: progress.before })
            .then((rows) => resolve({ rows, progress, stop }), reject)
        },
        refused: reject,
      },
    )
  })
}
