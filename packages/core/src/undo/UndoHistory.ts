import type { ActionInfo } from '../action/ActionInfo.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { RecordId } from '../log/RecordId.ts'
import type { UndoStep } from './UndoStep.ts'
import { nameOfGroup } from './UndoStep.ts'
import { Voids } from './Voids.ts'
import { isVoid, voidedIds } from './voided.ts'

/** A step, as it grows. */
interface Step {
  readonly first: LogRecord
  readonly records: { readonly id: RecordId; readonly number: number }[]
  /** One of its own records is declared undoable. A group of others is no step. */
  isUndoable: boolean
  /** What it did or caused, and what cannot be undone. */
  blocker: LogRecord | undefined
}

/** What somebody has done, and what they have undone since. */
interface Doings {
  readonly steps: Step[]
  /** Voids, the newest last. Empty again with the next thing that is done. */
  readonly undone: RecordId[]
}

/**
 * The steps of a log, for each actor, as people know them from editors: `undo` takes the last one
 * that counts, `redo` the last that was undone, and whoever does something new has nothing to redo.
 *
 * It is a fold over the records, so the buttons are the same after a reload. It knows the newest
 * 1,000 steps of each actor; older ones are undone by their ids.
 */
export class UndoHistory {
  readonly #infoOf: (type: string) => ActionInfo | undefined
  readonly #byActor = new Map<string | undefined, Doings>()
  readonly #byGroup = new Map<string, Step>()
  /** The step that a record belongs to, as one of its own or as something that it caused. */
  readonly #stepOf = new Map<RecordId, Step>()
  /** Numbers of records in the order in which they came: of those that can be voided, and of voids. */
  readonly #numberOf = new Map<RecordId, number>()
  readonly #named = new Map<RecordId, readonly RecordId[]>()
  readonly #voids = new Voids()
  #next = 0

  constructor(infoOf: (type: string) => ActionInfo | undefined) {
    this.#infoOf = infoOf
  }

  take(record: LogRecord): void {
    if (isVoid(record)) this.#takeVoid(record)
    else this.#takeRecord(record)
  }

  /** The last step of an actor that counts. */
  last(actor: string | undefined): UndoStep | undefined {
    const step = this.#last(actor)
    return step && shown(step)
  }

  /** What stands in the way of undoing it. */
  blockerOfLast(actor: string | undefined): LogRecord | undefined {
    return this.#last(actor)?.blocker
  }

  ofGroup(group: string): UndoStep | undefined {
    const step = this.#byGroup.get(group)
    return step && shown(step)
  }

  /** The last void of an actor that nobody has redone, and the step that it took back. */
  lastUndone(actor: string | undefined): { readonly id: RecordId; readonly step: UndoStep | undefined } | undefined {
    const id = this.#byActor.get(actor)?.undone.findLast((each) => this.counts(each))
    if (id === undefined) return undefined
    const step = this.#named.get(id)?.map((named) => this.#stepOf.get(named))[0]
    return { id, step: step && shown(step) }
  }

  /** The newest void that names one of these records, and counts. */
  voidOf(ids: readonly RecordId[]): RecordId | undefined {
    const asked = new Set(ids)
    const voids = [...this.#named].reverse()
    return voids.find(([id, named]) => this.counts(id) && named.some((each) => asked.has(each)))?.[0]
  }

  /** Whether a record is not voided; true of those that it does not know. */
  counts(id: RecordId): boolean {
    const number = this.#numberOf.get(id)
    return number === undefined || this.#voids.counts(number)
  }

  #last(actor: string | undefined): Step | undefined {
    return this.#byActor
      .get(actor)
      ?.steps.findLast((step) => step.isUndoable && step.records.some(({ id }) => this.counts(id)))
  }

  #takeVoid({ id, actor, ...rest }: LogRecord): void {
    const named = voidedIds({ id, ...rest })
    const number = this.#next++
    this.#numberOf.set(id, number)
    this.#named.set(id, named)
    this.#voids.add(
      number,
      named.map((each) => this.#numberOf.get(each) ?? -1),
    )
    // A void of voids is a redo, and not undone by `redo`.
    if (!named.some((each) => this.#named.has(each))) this.#doingsOf(actor).undone.push(id)
  }

  #takeRecord(record: LogRecord): void {
    const { id, actor, causedBy, group } = record
    const undoable = this.#infoOf(record.type)?.undoable ?? false
    const cause = causedBy === undefined ? undefined : this.#stepOf.get(causedBy)
    if (cause) {
      this.#stepOf.set(id, cause)
      if (!undoable) cause.blocker ??= record
      return
    }
    if (!undoable && group === undefined) return
    const number = this.#next++
    this.#numberOf.set(id, number)
    const doings = this.#doingsOf(actor)
    if (undoable) doings.undone.length = 0
    const step = this.#growing(group) ?? this.#begun(record, doings)
    step.records.push({ id, number })
    step.isUndoable ||= undoable
    if (!undoable) step.blocker ??= record
    this.#stepOf.set(id, step)
  }

  /** The step of a group that goes on. One that was undone meanwhile does not. */
  #growing(group: string | undefined): Step | undefined {
    const step = group === undefined ? undefined : this.#byGroup.get(group)
    return step?.records.some(({ id }) => this.counts(id)) ? step : undefined
  }

  #begun(first: LogRecord, { steps }: Doings): Step {
    const step: Step = { first, records: [], isUndoable: false, blocker: undefined }
    steps.push(step)
    if (first.group !== undefined) this.#byGroup.set(first.group, step)
    if (steps.length > UNDO_STEPS_MAX) this.#forget(steps.shift() as Step)
    return step
  }

  #forget(step: Step): void {
    for (const { id } of step.records) this.#stepOf.delete(id)
    if (step.first.group !== undefined && this.#byGroup.get(step.first.group) === step)
      this.#byGroup.delete(step.first.group)
  }

  #doingsOf(actor: string | undefined): Doings {
    const known = this.#byActor.get(actor)
    if (known) return known
    const doings: Doings = { steps: [], undone: [] }
    this.#byActor.set(actor, doings)
    return doings
  }
}

function shown({ first, records }: Step): UndoStep {
  const { type, group, actor, time } = first
  return {
    label: group === undefined ? type : nameOfGroup(group),
    type,
    ids: records.map(({ id }) => id),
    ...(group !== undefined && { group }),
    ...(actor !== undefined && { actor }),
    time,
  }
}

/** Steps that are remembered for each actor. */
const UNDO_STEPS_MAX = 1_000
