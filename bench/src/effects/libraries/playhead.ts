import type { ActionCreator } from '@playhead/core'
import { action, createActions, createEffect, createSlice, createStore } from '@playhead/core'
import { mergeMap, of, Subject } from 'rxjs'
import type { EffectsBench, EffectsContestant } from '../EffectsContestant.ts'

/** `createEffect`, with runs, causes and the log as they come. */
export const playhead: EffectsContestant = (effects) => {
  const { pings, pongs, slice, other } = actionsFor(effects)
  const store = createStore({
    slices: [slice],
    effects: pings.map((ping, at) => {
      const pong = pongs[at] as (typeof pongs)[number]
      return createEffect(`answer ${at}`, {
        on: ping,
        flatten: 'merge',
        run: ({ payload }) => of(pong(payload)),
        failed: () => other(0),
      })
    }),
  })
  return benchOf(store, pings, other, () => store.get(slice))
}

/** The same store, and effects by hand: a subject for each type, without runs, causes or care for errors. */
export const playheadAndSubjects: EffectsContestant = (effects) => {
  const { pings, pongs, slice, other } = actionsFor(effects)
  const store = createStore({ slices: [slice] })
  const subjects = new Map<string, Subject<number>>()
  for (const [at, ping] of pings.entries()) {
    const pong = pongs[at] as (typeof pongs)[number]
    const subject = new Subject<number>()
    subject.pipe(mergeMap((n) => of(pong(n)))).subscribe((answer) => store.dispatch(answer))
    subjects.set(ping.type, subject)
  }
  store.action$.subscribe(({ type, payload }) => subjects.get(type)?.next(payload as number))
  return benchOf(store, pings, other, () => store.get(slice))
}

type Creator = ActionCreator<string, number>

function actionsFor(effects: number) {
  const names = Array.from({ length: effects }, (_, at) => at)
  const made = createActions(
    'bench',
    Object.fromEntries(
      [...names.flatMap((at) => [`ping${at}`, `pong${at}`]), 'other'].map((name) => [name, action<number>()]),
    ),
  ) as Readonly<Record<string, Creator>>
  const creator = (name: string) => made[name] as Creator
  const pongs = names.map((at) => creator(`pong${at}`))
  const other = creator('other')
  const slice = createSlice('counted', { pongs: 0, others: 0 }, (on) => [
    on(pongs, (state) => ({ ...state, pongs: state.pongs + 1 })),
    on(other, (state) => ({ ...state, others: state.others + 1 })),
  ])
  return { pings: names.map((at) => creator(`ping${at}`)), pongs, slice, other }
}

function benchOf(
  store: { dispatch(action: { readonly type: string }): unknown },
  pings: readonly Creator[],
  other: Creator,
  counted: () => { readonly pongs: number; readonly others: number },
): EffectsBench {
  return {
    ping: (at) => void store.dispatch((pings[at] as Creator)(at)),
    pongs: () => counted().pongs,
    other: () => void store.dispatch(other(0)),
    others: () => counted().others,
  }
}
