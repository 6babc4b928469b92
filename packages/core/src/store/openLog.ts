import type { PlayheadError } from '../error/PlayheadError.ts'
import type { FoldFailure } from '../fold/Fold.ts'
import type { FoldedLogOptions } from '../fold/FoldedLog.ts'
import { FoldedLog } from '../fold/FoldedLog.ts'
import type { MaybePromise } from '../log/CheckpointStorage.ts'
import type { CheckpointUse, Opening } from '../log/LogCheckpoints.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import { finish } from '../work/finish.ts'
import { isPromise } from '../work/Waiting.ts'
import type { Work } from '../work/Work.ts'
import type { Background } from './Background.ts'
import type { Intake } from './Intake.ts'
import type { LiveEnd } from './LiveEnd.ts'
import type { LogLink } from './LogLink.ts'
import type { Inherited } from './layOutBranch.ts'
import { reducerThrew } from './storeErrors.ts'
import type { UnknownTypes } from './UnknownTypes.ts'

export interface OpenLogParts {
  readonly link: LogLink
  /** Where the log keeps any. */
  readonly checkpoints: CheckpointUse | undefined
  readonly liveEnd: LiveEnd
  readonly intake: Intake
  readonly background: Background
  readonly budgets: FoldedLogOptions
  readonly unknownTypes: UnknownTypes
  readonly report: (error: PlayheadError) => void
  /** What a branch has of its parent: it begins there. */
  readonly inherited: Inherited | undefined
  /** Aborted when the store is closed. */
  readonly ending: AbortSignal
  upToDate(stored: readonly PlacedRecord[]): readonly PlacedRecord[]
  /** Goes on from these records. */
  load(past: FoldedLog): void
}

/**
 * Opens the log of a store and folds what it holds. At once where the log answers at once; where it
 * does not, dispatches queue until it is done. Rejects with `log/open-failed`, and the store then
 * goes on in memory.
 */
export function openLog(parts: OpenLogParts): Promise<void> {
  const { link, intake, background, inherited, load } = parts
  const opened = openBriefly(parts)
  if (!isPromise(opened)) {
    if (!inherited) load(finish(opened.fold()))
    return inherited?.rest ? catchUp(parts, inherited.rest) : Promise.resolve()
  }
  intake.hold()
  // Closing waits for it: what was dispatched meanwhile is appended then.
  return Promise.resolve(opened)
    .then((opening) => folding(opening, background))
    .then(load)
    .catch((thrown: unknown) => link.endInMemory(thrown))
    .finally(() => intake.release())
}

/** Opens a log at a checkpoint, where it keeps any that are of use. */
function openBriefly(parts: OpenLogParts): MaybePromise<Opening> {
  const opened = parts.checkpoints?.open()
  if (opened === undefined) return openWhole(parts)
  return isPromise(opened) ? opened.then((opening) => opening ?? openWhole(parts)) : opened
}

/** Opens a log without checkpoints: it is folded from its first record. */
function openWhole(parts: OpenLogParts): MaybePromise<Opening> {
  const opening = (stored: readonly PlacedRecord[]): Opening => ({
    total: stored.length,
    fold: () => folded(parts, stored),
    recover: () => undefined,
  })
  const opened = parts.link.open()
  return isPromise(opened) ? Promise.resolve(opened).then(opening) : opening(opened)
}

async function folding(opening: Opening, background: Background): Promise<FoldedLog> {
  for (;;) {
    try {
      return await background.run({ work: 'opening', total: () => opening.total, steps: opening.fold() })
    } catch (thrown) {
      const recovery = opening.recover(thrown)
      if (!recovery) throw thrown
      await recovery
    }
  }
}

function* folded({ liveEnd, budgets, upToDate }: OpenLogParts, stored: readonly PlacedRecord[]): Work<FoldedLog> {
  const past = new FoldedLog(liveEnd.fold, budgets)
  for (let at = 0; at < stored.length; at += STORED_RECORDS)
    yield* past.folding(upToDate(stored.slice(at, at + STORED_RECORDS)))
  return past
}

/** Folds what is different in a branch. Until then it has the records that it shares, and dispatches queue. */
async function catchUp(
  { intake, background, unknownTypes, report, ending, load }: OpenLogParts,
  { total, fresh, steps }: NonNullable<Inherited['rest']>,
): Promise<void> {
  intake.hold()
  for (const error of unknownTypes.among(fresh)) report(error)
  const failed = (failure: FoldFailure) => report(reducerThrew(failure))
  load(await background.run({ work: 'branching', total: () => total, steps: steps(failed), signal: ending }))
  intake.release()
}

/** Stored records that are brought up to date before they are folded. */
const STORED_RECORDS = 256
