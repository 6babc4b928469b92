import { DEV } from '../dev.ts'
import { messageOf, PlayheadError } from '../error/PlayheadError.ts'
import type { CheckpointEntry } from '../log/CheckpointStorage.ts'

export const ignored = ({ offset, build }: CheckpointEntry, thrown: unknown) =>
  new PlayheadError({
    code: 'log/checkpoint-ignored',
    severity: 'warning',
    cause: thrown,
    message: DEV
      ? `The stored checkpoint at offset ${offset} (build "${build}") was ignored: ${messageOf(thrown)}. State is right all the same: it was folded from an older checkpoint, or from the first record, which takes longer. A new checkpoint is stored in an idle moment.`
      : [offset, build, messageOf(thrown)],
  })

export const ofAnotherBuild = (entry: CheckpointEntry, build: string) =>
  ignored(entry, `it is of another build, and this one is "${build}"`)

export const notStored = (offset: number, thrown: unknown) =>
  new PlayheadError({
    code: 'log/checkpoint-not-stored',
    severity: 'warning',
    cause: thrown,
    message: DEV
      ? `The checkpoint at offset ${offset} was not stored with the log: ${messageOf(thrown)}. Nothing is lost, but the next opening folds more records. State must be plain data, with orders of tables in the slice's initial state; where the disk is full, free some space. Told once.`
      : [offset, messageOf(thrown)],
  })
