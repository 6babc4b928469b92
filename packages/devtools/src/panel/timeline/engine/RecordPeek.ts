import type { RecordMark, TrackBy } from '../../../protocol/calls.ts'
import type { AgentConnection } from '../../../protocol/connectPanel.ts'
import { createCoalesced } from '../input/createCoalesced.ts'

interface Question {
  readonly store: string
  readonly by: TrackBy
  readonly offset: number
}

/** Type, time and track of one record at a time: the newest that was asked for. */
export class RecordPeek {
  readonly #look: (question: Question) => void
  #asked: string | undefined
  #seen: { readonly question: string; readonly mark: RecordMark | undefined } | undefined

  constructor(agent: AgentConnection, came: () => void) {
    this.#look = createCoalesced(async (question: Question) => {
      const { store, by, offset } = question
      const [mark] = await agent.call('marks', { store, from: offset, to: offset + 1, tracks: by, most: 1 })
      this.#seen = { question: nameOf(question), mark }
      came()
    })
  }

  /** What is known of a record; asks, and tells `came`, when it is another one than last time. */
  at(question: Question): RecordMark | undefined {
    if (question.offset < 0) return undefined
    const name = nameOf(question)
    if (this.#seen?.question === name) return this.#seen.mark
    if (this.#asked !== name) {
      this.#asked = name
      this.#look(question)
    }
    return undefined
  }
}

const nameOf = ({ store, by, offset }: Question) => `${store}/${by}/${offset}`
