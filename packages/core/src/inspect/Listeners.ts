import { infoOf } from '../action/registry.ts'
import type { Fold } from '../fold/Fold.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { SliceProgram } from '../slice/Slice.ts'
import { PROGRAM } from '../slice/Slice.ts'
import type { StoreParts } from '../store/storeParts.ts'
import { topicOf, topicOfType } from '../topic/topicOf.ts'

/** Which slices listen to a record, remembered by type as long as the store has the same reducers. */
export class Listeners {
  readonly #parts: StoreParts
  #fold: Fold | undefined
  #programs: readonly { readonly slice: string; readonly program: SliceProgram }[] = []
  readonly #byType = new Map<string, readonly string[]>()

  constructor(parts: StoreParts) {
    this.#parts = parts
  }

  of(record: Pick<LogRecord, 'type' | 'payload'>): readonly string[] {
    const fold = this.#parts.fold()
    if (fold !== this.#fold) this.#begin(fold)
    const known = this.#byType.get(record.type)
    if (known) return known
    const info = fold.infos.get(record.type) ?? infoOf(record.type)
    const slices = this.#listening(record.type, info?.topic ? ownTopic(record, info) : topicOfType(record.type))
    if (!info?.topic && this.#byType.size < TYPES_MAX) this.#byType.set(record.type, slices)
    return slices
  }

  #listening(type: string, topic: string): readonly string[] {
    return this.#programs
      .filter(
        ({ program }) =>
          program.cases.has(type) ||
          program.every !== undefined ||
          program.topicCases.some((each) => each.topic.matches(topic)),
      )
      .map(({ slice }) => slice)
  }

  #begin(fold: Fold): void {
    this.#fold = fold
    this.#programs = this.#parts.slices().map((slice) => ({ slice: slice.name, program: slice[PROGRAM]() }))
    this.#byType.clear()
  }
}

function ownTopic(...[record, info]: Parameters<typeof topicOf>): string {
  try {
    return topicOf(record, info)
  } catch {
    // Asked without a payload, or of a record of others: those who listen to its type are known anyway.
    return ''
  }
}

/** Types of a running program are few; those of a hostile log need not be. */
const TYPES_MAX = 10_000
