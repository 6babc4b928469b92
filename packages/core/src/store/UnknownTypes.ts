import type { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import { unknownType } from './storeErrors.ts'

/** Tells of each action type that nobody knows, once. */
export class UnknownTypes {
  readonly #told = new Set<string>()
  readonly #knows: (type: string) => boolean

  constructor(knows: (type: string) => boolean) {
    this.#knows = knows
  }

  among(records: readonly LogRecord[]): readonly PlayheadError[] {
    let errors: PlayheadError[] | undefined
    for (const record of records) {
      if (this.#knows(record.type) || this.#told.has(record.type)) continue
      if (this.#told.size < TOLD_MAX) this.#told.add(record.type)
      errors ??= []
      errors.push(unknownType(record))
    }
    return errors ?? NONE
  }
}

const NONE: readonly PlayheadError[] = []

/** Types beyond these are told each time: a program that makes them up should notice. */
const TOLD_MAX = 1_000
