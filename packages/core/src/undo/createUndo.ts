import type { Action, Dispatch } from '../action/Action.ts'
import type { ActionInfo } from '../action/ActionInfo.ts'
import type { PlayheadError } from '../error/PlayheadError.ts'
import type { FoldedLog } from '../fold/FoldedLog.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import { notLoaded } from '../log/notLoaded.ts'
import type { RecordId } from '../log/RecordId.ts'
import { BATCH_RECORDS } from '../work/Work.ts'
import { UndoHistory } from './UndoHistory.ts'
import type { Undoable, UndoGroup, UndoStep, UndoTarget } from './UndoStep.ts'
import { redoRefused, tooFar, undoRefused } from './undoErrors.ts'
import type { Voided, voided } from './voided.ts'
import { isVoid } from './voided.ts'

/** What undo asks of a store. */
export interface UndoParts {
  readonly client: string
  readonly actor: string | undefined
  log(): FoldedLog
  /** Records that are folded on top of the log and wait for their places. */
  pending(): readonly LogRecord[]
  infoOf(type: string): ActionInfo | undefined
  /** Runs a job between two others: later, where one is running. */
  run(job: () => void): void
  /** Appends a void, from inside such a job. */
  append(ids: readonly RecordId[]): VoidAction
  report(error: PlayheadError): void
  /** `dispatch`, with a group on its records. */
  dispatchIn(group: string): Dispatch
}

export type VoidAction = Action<typeof voided.type, Voided>

export interface Undo {
  readonly undoable: Undoable
  undo(target?: UndoTarget): VoidAction | undefined
  redo(target?: UndoTarget): VoidAction | undefined
  group(name: string): UndoGroup
  /** These were folded. */
  took(records: readonly LogRecord[]): void
  /** The log is another one. */
  moved(): void
}

/** Undo for users: finds what is to be voided, and refuses what must not be. */
export function createUndo(parts: UndoParts): Undo {
  const { actor } = parts
  // Made when it is first asked for: whoever has no undo pays nothing.
  let history: UndoHistory | undefined
  let shown: Undoable | undefined
  let groups = 0

  function known(): UndoHistory {
    if (history) return history
    history = new UndoHistory(parts.infoOf)
    const { records, head } = parts.log()
    // Of records that are on the disk alone, none is undone without loading them.
    const from = (records.missing(0, head).at(-1)?.to ?? -1) + 1
    for (const record of records.range(from, head)) history.take(record)
    for (const record of parts.pending()) history.take(record)
    return history
  }

  /** Does it in the order of the queue, so that two calls from one subscriber are two steps. */
  function inTurn(idsOf: () => readonly RecordId[] | undefined): VoidAction | undefined {
    let answer: VoidAction | undefined
    let isCalled = true
    parts.run(() => {
      try {
        const ids = idsOf()
        if (ids) answer = parts.append(ids)
      } catch (thrown) {
        if (isCalled) throw thrown
        parts.report(thrown as PlayheadError)
      }
    })
    isCalled = false
    return answer
  }

  function toUndo(target: UndoTarget | undefined): readonly RecordId[] | undefined {
    const ids = ownIds(known(), actor, target)
    return ids && withCaused(ids)
  }

  /** The records and all that they led to. */
  function withCaused(ids: readonly RecordId[]): readonly RecordId[] {
    const log = parts.log()
    const pending = parts.pending()
    const offsets = ids.flatMap((id) => {
      if (pending.some((record) => record.id === id)) return []
      const offset = log.records.offsetOf(id)
      if (offset < 0) throw undoRefused(`no record in memory has the id ${id}`)
      return [offset]
    })
    checkRefold(log, offsets)
    const from = Math.min(log.head + 1, ...offsets)
    const named = new Set(ids)
    for (const record of [...log.records.range(from, log.head), ...pending]) {
      const isCaused = record.causedBy !== undefined && named.has(record.causedBy)
      if (!isCaused && !named.has(record.id)) continue
      named.add(record.id)
      if (isVoid(record))
        throw undoRefused(`record ${record.id} is an undo itself; call \`redo\` to take it back`, record)
      if (!parts.infoOf(record.type)?.undoable) throw undoRefused(inTheWay(record, isCaused), record)
    }
    if (ids.some(countsNow)) return [...named]
    throw undoRefused(
      ids.length === 0 ? 'no records are named' : `${ids.join(', ')} ${ids.length === 1 ? 'is' : 'are'} undone already`,
    )
  }

  const countsNow = (id: RecordId): boolean => {
    const offset = parts.log().records.offsetOf(id)
    return offset < 0 ? known().counts(id) : parts.log().voids.counts(offset) && known().counts(id)
  }

  function toRedo(target: UndoTarget | undefined): readonly RecordId[] | undefined {
    const id = voidToRedo(known(), actor, target)
    if (id === undefined) return undefined
    const log = parts.log()
    const offset = log.records.offsetOf(id)
    if (offset >= 0) checkRefold(log, [offset])
    else if (!parts.pending().some((record) => record.id === id)) throw notLoaded(0, log.head)
    return [id]
  }

  return {
    get undoable() {
      const steps = known()
      const [undo, redo] = [steps.last(actor), steps.lastUndone(actor)]
      const canUndo = undo !== undefined && steps.blockerOfLast(actor) === undefined
      const next: Undoable = { canUndo, canRedo: redo !== undefined, undo, redo: redo?.step }
      if (!shown || !isSame(shown, next)) shown = next
      return shown
    },
    undo: (target) => inTurn(() => toUndo(target)),
    redo: (target) => inTurn(() => toRedo(target)),
    group(name) {
      const id = `${name}#${parts.client}.${groups++}`
      return { id, name, dispatch: parts.dispatchIn(id) }
    },
    took(records) {
      if (history) for (const record of records) history.take(record)
    },
    moved() {
      history = undefined
    },
  }
}

function ownIds(
  history: UndoHistory,
  actor: string | undefined,
  target: UndoTarget | undefined,
): readonly RecordId[] | undefined {
  if (target === undefined) return history.last(actor)?.ids
  if ('ids' in target) return target.ids
  if ('actor' in target) return history.last(target.actor)?.ids
  return idsOfGroup(history, target.group)
}

function idsOfGroup(history: UndoHistory, group: string | UndoGroup): readonly RecordId[] {
  const id = typeof group === 'string' ? group : group.id
  const step = history.ofGroup(id)
  if (!step) throw undoRefused(`no record that is remembered belongs to the group "${id}"`)
  return step.ids
}

function voidToRedo(
  history: UndoHistory,
  actor: string | undefined,
  target: UndoTarget | undefined,
): RecordId | undefined {
  if (target === undefined) return history.lastUndone(actor)?.id
  if ('actor' in target) return history.lastUndone(target.actor)?.id
  const ids = 'ids' in target ? target.ids : idsOfGroup(history, target.group)
  const id = history.voidOf(ids)
  if (id === undefined) throw redoRefused(`nothing that is remembered has undone ${ids.join(', ') || 'no records'}`)
  return id
}

/** What was just done is undone whatever the meter says: of so few records it cannot tell the cost, least of all when the page is new. */
function checkRefold(log: FoldedLog, offsets: readonly number[]): void {
  const refold = log.refoldOf(offsets)
  const { seekBudgetMs } = log.options
  if (refold.records > BATCH_RECORDS && refold.ms > seekBudgetMs) throw tooFar(refold, seekBudgetMs)
  if (!log.records.has(refold.from, log.head)) throw notLoaded(refold.from, log.head)
}

const inTheWay = ({ id, type, offset }: LogRecord, isCaused: boolean): string => {
  const where = offset === undefined ? `record ${id}, pending` : `offset ${offset}`
  return isCaused
    ? `it led to "${type}" (${where}), which is not declared \`undoable\``
    : `"${type}" (${where}) is not declared \`undoable\``
}

const isSame = (a: Undoable, b: Undoable): boolean =>
  a.canUndo === b.canUndo && a.canRedo === b.canRedo && isSameStep(a.undo, b.undo) && isSameStep(a.redo, b.redo)

const isSameStep = (a: UndoStep | undefined, b: UndoStep | undefined): boolean =>
  a?.ids[0] === b?.ids[0] && a?.ids.length === b?.ids.length
