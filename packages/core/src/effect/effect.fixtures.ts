import { VirtualTimeScheduler } from 'rxjs'
import type { Effect } from '../index.ts'
import { action, createActions, createSlice, createStore } from '../index.ts'
import type { Run } from './Run.ts'

/** Questions to a server, and what comes of them. */
export const server = createActions('server', {
  asked: action<{ id: string; n: number }>(),
  answered: action<{ id: string; n: number }>(),
  failed: action<{ id: string; n: number; reason: string }>(),
  left: action<{ id: string }>(),
  moved: action<{ x: number }>({ ephemeral: true }),
  silent: action(),
})

/** Everything that happened, in order: `asked a1`. */
export const told = createSlice('told', [] as string[], (on) => [
  on([server.asked, server.answered, server.failed, server.left], (state, { type, payload }) => {
    state.push(`${type.slice('server/'.length)} ${payload.id}${'n' in payload ? payload.n : ''}`)
  }),
])

/** A store on virtual time, with the errors it reports. */
export function virtualStore(...effects: readonly Effect<object>[]) {
  const scheduler = new VirtualTimeScheduler()
  const store = createStore({ slices: [told], effects, scheduler, random: () => 0.5 })
  const errors: { readonly code: string; readonly type: string | undefined; readonly message: string }[] = []
  store.error$.subscribe(({ code, record, message }) => errors.push({ code, type: record?.type, message }))
  return { store, scheduler, errors }
}

/** A run in short: `0 load done`. */
export const inShort = ({ run, effect, status, endedBy }: Run): string =>
  `${run} ${effect} ${status}${endedBy ? ` by ${endedBy.type}` : ''}`

/** A function that throws. */
export const thrower = (message: string) => (): never => {
  throw new Error(message)
}
