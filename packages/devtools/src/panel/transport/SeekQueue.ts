/**
 * Seeks that follow a pointer: at most one is under way, and of those that were wanted meanwhile the newest is next.
 * A drag over a million records is as many seeks as the app can do, and always ends where the pointer is.
 */
export class SeekQueue {
  readonly #seek: (to: number) => Promise<unknown>
  #next: number | undefined
  #isBusy = false

  /** `seek` resolves, or rejects, when the app has moved. */
  constructor(seek: (to: number) => Promise<unknown>) {
    this.#seek = seek
  }

  /** Where the playhead is bound for; `undefined` at rest. */
  get bound(): number | undefined {
    return this.#next ?? this.#underWay
  }

  #underWay: number | undefined

  want(to: number): void {
    this.#next = to
    if (!this.#isBusy) void this.#run()
  }

  async #run(): Promise<void> {
    this.#isBusy = true
    while (this.#next !== undefined) {
      this.#underWay = this.#next
      this.#next = undefined
      try {
        await this.#seek(this.#underWay)
      } catch {
        // Whoever seeks says so; the next one may succeed.
      }
    }
    this.#underWay = undefined
    this.#isBusy = false
  }
}
