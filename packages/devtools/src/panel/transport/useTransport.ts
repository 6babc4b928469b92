import { useEffect, useMemo, useState } from 'react'
import type { StoreOverview } from '../../protocol/overview.ts'
import { useCommand } from '../app/NoticesContext.ts'
import { arrangement } from '../model/arrangement.ts'
import { panel } from '../model/panelActions.ts'
import { useActions, useSelector } from '../model/panelStore.ts'
import { SeekQueue } from './SeekQueue.ts'

/** What moves the playhead of a store. */
export interface Transport {
  /** Follows a pointer or a key that is held: the newest place wins. */
  readonly seek: (to: number) => void
  readonly step: (by: number) => void
  readonly toggle: () => void
  readonly first: () => void
  readonly last: () => void
  readonly live: () => void
  readonly faster: (steps: number) => void
  readonly chooseSpeed: (speed: number) => void
  readonly loopIn: () => void
  readonly loopOut: () => void
  readonly loopOff: () => void
}

/** From a quarter of recorded time to 64 times as fast. */
export const speeds = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64] as const

/** Gaps without a record that are longer than this are cut to it. */
const IDLE_MAX_MS = 1000

/** An app that has moved tells so within a frame or two. */
const TOLD_MS = 300

/** Moves the playhead of the store in focus, and says where it is bound for while it is on its way. */
export function useTransport(store: StoreOverview | undefined): { transport: Transport; bound: number | undefined } {
  const run = useCommand()
  const { speed, loop } = useSelector(arrangement)
  const { speedChosen, loopChosen } = useActions(panel)
  const [bound, setBound] = useState<number>()
  const id = store?.id
  const { offset = -1, head = -1, status = 'live' } = store?.playhead ?? {}

  const queue = useMemo(
    () =>
      new SeekQueue(async (to) => {
        if (id === undefined) return
        const isDone = await run('seek', { store: id, to })
        // Where it was refused, or came to another place, what was wanted is not shown for ever.
        setTimeout(() => setBound((wanted) => (wanted === to ? undefined : wanted)), isDone ? TOLD_MS : 0)
      }),
    [run, id],
  )
  // What was wanted is shown until the app has told that it is there.
  useEffect(() => {
    if (bound !== undefined && queue.bound === undefined && offset === bound) setBound(undefined)
  }, [bound, offset, queue])

  const seek = (to: number) => {
    const place = Math.min(Math.max(Math.round(to), -1), head)
    setBound(place)
    queue.want(place)
  }
  const ask = (name: 'live' | 'pause') => {
    setBound(undefined)
    if (id !== undefined) void run(name, { store: id })
  }
  const play = (range: typeof loop, at: number) => {
    setBound(undefined)
    // Of another store's log, it may lie beyond the end of this one.
    const within = range && range.to <= head ? range : undefined
    if (id !== undefined)
      void run('play', { store: id, speed: at, maxIdleMs: IDLE_MAX_MS, ...(within && { loop: within }) })
  }
  const isPlaying = status === 'playing'
  const chooseSpeed = (next: number) => {
    speedChosen(next)
    if (isPlaying) play(loop, next)
  }
  const chooseLoop = (next: typeof loop) => {
    loopChosen(next)
    if (isPlaying) play(next, speed)
  }
  const here = bound ?? offset

  return {
    bound,
    transport: {
      seek,
      step: (by) => seek(here + by),
      toggle: () => (isPlaying ? ask('pause') : play(loop, speed)),
      first: () => seek(-1),
      last: () => seek(head),
      live: () => ask('live'),
      faster(steps) {
        const place = speeds.findIndex((each) => each >= speed)
        const next = speeds[Math.min(Math.max(place + steps, 0), speeds.length - 1)]
        if (next !== undefined) chooseSpeed(next)
      },
      chooseSpeed,
      // A loop has two ends; the other one is where it was, or the log's own.
      loopIn: () => here < head && chooseLoop({ from: here, to: loop && loop.to > here ? loop.to : head }),
      loopOut: () => here > -1 && chooseLoop({ from: loop && loop.from < here ? loop.from : -1, to: here }),
      loopOff: () => chooseLoop(undefined),
    },
  }
}
