import type { Placement } from './placement.ts'

/** Where a panel is shown: a dock in the page, or a window of its own. */
export interface Surface {
  /** A blank document of this origin, for the panel. */
  readonly target: Promise<Window>
  /** Whether it is still there: a window can be closed by its own button. */
  isThere(): boolean
  focus(): void
  place(placement: Placement): void
  /** Says why there is no panel. */
  fail(thrown: unknown): void
  remove(): void
}
