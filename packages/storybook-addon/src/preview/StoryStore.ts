import type { PlacedRecord, PlayheadError, Store } from '@playhead/core'
import { memoryLog } from '@playhead/core'
import { failureSearch } from '@playhead/core/inspect'
import type { StepTold, StoryProblem } from '../channel/events.ts'
import type { PlayheadParameter, StoryPlace, StoryPorts } from './PlayheadParameter.ts'
import { NOON, recordsOf } from './recordsOf.ts'
import { seededRandom } from './seededRandom.ts'
import { noSuchPlace, notFolded, sharedStore, storyThrew } from './storyProblems.ts'

/** The store of one story while it is shown. */
export class StoryStore {
  readonly storyId: string
  readonly store: Store
  readonly #problems: StoryProblem[]
  readonly #steps: StepTold[] = []
  readonly #listeners: (() => void)[] = []
  #depth = 0
  /** The head when the last step began or ended, or the last interaction ended. */
  #noted = -1

  private constructor(storyId: string, store: Store, problems: StoryProblem[]) {
    this.storyId = storyId
    this.store = store
    this.#problems = problems
    store.error$.subscribe((error) => {
      if (error.severity === 'error') this.problem(ofStore(error))
    })
  }

  /**
   * Makes the store of a story, folds its records, and parks it.
   *
   * Whatever is wrong with its records is a problem of this story, and it is shown with what could be folded.
   *
   * @throws whatever the story's own `store` throws
   */
  static async open(storyId: string, parameter: OpenParameter, kept?: Kept): Promise<StoryStore> {
    const problems: StoryProblem[] = []
    const records = kept?.records ?? recordsOf(parameter.records ?? [], problems)
    const store = parameter.store({ ...portsOf(parameter), log: memoryLog({ name: storyId, records }) })
    const owner = owners.get(store)
    if (owner !== undefined) problems.push(sharedStore(storyId, owner))
    owners.set(store, storyId)
    const opened = new StoryStore(storyId, store, problems)
    await store.ready
    // A store does not tell of what failed when it was dispatched, long ago as it sees it.
    for (const { found } of failureSearch(store)) for (const failure of found) opened.problem(notFolded(failure))
    opened.#noted = opened.#head
    await opened.park(kept?.at ?? parameter.at ?? 'live')
    return opened
  }

  get steps(): readonly StepTold[] {
    return this.#steps
  }

  get problems(): readonly StoryProblem[] {
    return this.#problems
  }

  /** Calls back after each step and problem. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener)
  }

  /** Goes to a place. One that is not there is a problem, and the end is shown. */
  async park(at: StoryPlace): Promise<void> {
    const { timeline } = this.store
    const head = this.#head
    const to = at === 'middle' ? head >> 1 : at
    if (to !== 'live' && Number.isInteger(to) && to >= -1 && to <= head) return void (await timeline.seek(to))
    if (to !== 'live') this.problem(noSuchPlace(to, head))
    await timeline.live()
  }

  /** Runs a step of `play`, and notes the records that it led to. */
  async step(label: string, run: () => unknown): Promise<void> {
    this.#noted = this.#head
    const told = { label, kind: 'step', depth: this.#depth++, from: this.#head + 1 } as const
    const at = this.#steps.push({ ...told, to: this.#head, failed: false }) - 1
    let failed = true
    try {
      await run()
      failed = false
    } finally {
      this.#depth--
      this.#noted = this.#head
      this.#steps[at] = { ...told, to: this.#head, failed }
      this.#changed()
    }
  }

  /**
   * An interaction of `play` has ended. The records since the last one are its own: Storybook tells of its begin when
   * it has dispatched already. Those that led to none are left out.
   */
  interacted(label: string, failed: boolean): void {
    const from = this.#noted + 1
    const to = this.#head
    this.#noted = to
    if (to < from && !failed) return
    this.#steps.push({ label, kind: 'interaction', depth: this.#depth, from, to, failed })
    this.#changed()
  }

  problem(problem: StoryProblem): void {
    this.#problems.push(problem)
    this.#changed()
  }

  /** The story threw while it was drawn. */
  threw(thrown: { readonly message?: string }): void {
    const { status, offset } = this.store.timeline.playhead
    this.problem(
      storyThrew(thrown.message ?? String(thrown), { at: status === 'live' ? 'live' : offset, head: this.#head }),
    )
  }

  /** What another store begins with to be where this one is. */
  keep(): Kept {
    const { status, offset } = this.store.timeline.playhead
    const records = Array.from({ length: this.#head + 1 }, (_, at) => this.store.recordAt(at))
    return { records: records.filter((record) => record !== undefined), at: status === 'live' ? 'live' : offset }
  }

  async close(): Promise<void> {
    if (owners.get(this.store) === this.storyId) owners.delete(this.store)
    await this.store.close()
  }

  get #head(): number {
    return this.store.timeline.playhead.head
  }

  #changed(): void {
    for (const listener of this.#listeners) listener()
  }
}

export type OpenParameter = PlayheadParameter & Required<Pick<PlayheadParameter, 'store'>>

/** Where a story was, to go on from there. */
export interface Kept {
  readonly records: readonly PlacedRecord[]
  readonly at: number | 'live'
}

/** Which story has a store: one that is handed out twice is found. */
const owners = new WeakMap<Store, string>()

function portsOf({ clock = NOON }: PlayheadParameter): Omit<StoryPorts, 'log'> {
  return { clock: typeof clock === 'number' ? { now: () => clock } : clock, random: seededRandom(1) }
}

const ofStore = ({ code, message }: PlayheadError): StoryProblem => ({ code, message })
