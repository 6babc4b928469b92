import type { RecordId } from '../log/RecordId.ts'
import type { Observable } from '../rx.ts'
import { Subject } from '../rx.ts'
import type { ActiveRun } from './ActiveRun.ts'
import type { Run, RunChange } from './Run.ts'

/** The newest runs of all effects of a store. It costs next to nothing while nobody looks. */
export class RunJournal {
  readonly #kept: ActiveRun[] = []
  readonly #changes = new Subject<RunChange>()
  readonly runs$: Observable<RunChange> = this.#changes.asObservable()
  #next = 0

  /** The number of the next run. */
  take(): number {
    return this.#next++
  }

  add(run: ActiveRun): void {
    this.#kept[run.run % RUNS_KEPT_MAX] = run
  }

  tell(kind: RunChange['kind'], run: ActiveRun, record?: RecordId): void {
    if (this.#changes.observed) {
      this.#changes.next({ kind, run: run.toRun(), ...(record !== undefined && { record }) })
    }
  }

  /** As they stand now, oldest first. */
  get runs(): readonly Run[] {
    return [...this.#kept].sort((a, b) => a.run - b.run).map((run) => run.toRun())
  }

  close(): void {
    this.#changes.complete()
  }
}

/** At the bound the oldest is forgotten. */
const RUNS_KEPT_MAX = 10_000
