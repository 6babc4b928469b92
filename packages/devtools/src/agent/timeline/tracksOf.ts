import type { TrackBy } from '../../protocol/calls.ts'
import type { AgentStore } from '../store/AgentStore.ts'

/** The tracks of the records of a store. */
export interface Tracks {
  /** Names of all tracks that were met, by number. */
  readonly names: readonly string[]
  /** The numbers of the tracks on which a record lies: one, or several where several slices listen to it. */
  of(offset: number): readonly number[]
}

/** A record that no slice listens to, or no effect sent, lies on the track with no name. */
export function tracksOf(store: AgentStore, by: TrackBy): Tracks {
  const { keyOf, namesOf } = trackings[by](store)
  const names: string[] = []
  const numbers = new Map<string, number>()
  const known: (readonly number[] | undefined)[] = []

  const numberOf = (name: string): number => {
    const number = numbers.get(name) ?? names.push(name) - 1
    numbers.set(name, number)
    return number
  }
  const meet = (key: number, offset: number): readonly number[] => {
    const met = namesOf(key, offset).map(numberOf)
    known[key] = met
    return met
  }
  return {
    names,
    of(offset) {
      const key = keyOf(offset)
      return known[key] ?? meet(key, offset)
    },
  }
}

/** What decides on which tracks a record lies, as a number of the index, and what those are called. */
interface Tracking {
  keyOf(offset: number): number
  namesOf(key: number, offset: number): readonly string[]
}

const trackings: { readonly [by in TrackBy]: (store: AgentStore) => Tracking } = {
  slice: ({ index, inspection, store }) => ({
    keyOf: (offset) => index.typeAt(offset),
    namesOf(number, offset) {
      const type = index.types.textOf(number) ?? ''
      // Topics of payloads may lead elsewhere with each record: the first that is met stands for its type.
      const record = inspection.hasOwnTopics(type) ? store.recordAt(offset) : undefined
      const slices = inspection.slicesOf(record ?? { type, payload: undefined })
      return slices.length > 0 ? slices : [NONE]
    },
  }),
  effect: ({ index }) => ({
    keyOf: (offset) => index.effectAt(offset),
    namesOf: (number) => [index.effects.textOf(number) ?? NONE],
  }),
  origin: ({ index }) => ({
    keyOf: (offset) => index.clientAt(offset),
    namesOf: (number) => [index.clients.textOf(number) ?? NONE],
  }),
}

const NONE = ''
