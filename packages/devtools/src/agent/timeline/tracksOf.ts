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
export function tracksOf({ index, inspection, store }: AgentStore, by: TrackBy): Tracks {
  const names: string[] = []
  const numbers = new Map<string, number>()
  const numberOf = (name: string): number => {
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, names.length)
    return names.push(name) - 1
  }
  const known: (readonly number[] | undefined)[] = []
  const remembered = (key: number, namesOf: () => readonly string[]): readonly number[] => {
    known[key] ??= namesOf().map(numberOf)
    return known[key] as readonly number[]
  }
  const { types, effects, clients } = index
  switch (by) {
    case 'slice':
      return {
        names,
        of(offset) {
          const number = index.typeAt(offset)
          return remembered(number, () => {
            const type = types.textOf(number) ?? ''
            // Topics of payloads may lead elsewhere with each record: the first that is met stands for its type.
            const record = inspection.hasOwnTopics(type) ? store.recordAt(offset) : undefined
            return orNone(inspection.slicesOf(record ?? { type, payload: undefined }))
          })
        },
      }
    case 'effect':
      return {
        names,
        of(offset) {
          const effect = index.effectAt(offset)
          return remembered(effect, () => [effects.textOf(effect) ?? NONE])
        },
      }
    case 'origin':
      return {
        names,
        of(offset) {
          const client = index.clientAt(offset)
          return remembered(client, () => [clients.textOf(client) ?? NONE])
        },
      }
  }
}

const NONE = ''
const orNone = (names: readonly string[]): readonly string[] => (names.length > 0 ? names : [NONE])
