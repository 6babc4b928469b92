import type { TimelineAxis, TrackBy } from '../../../protocol/calls.ts'
import type { StoreOverview } from '../../../protocol/overview.ts'

/** What the timeline is told from outside: by the app, and by the rest of the panel. Places are offsets. */
export interface TimelineGiven {
  readonly store: StoreOverview
  readonly stores: readonly StoreOverview[]
  readonly by: TrackBy
  readonly axis: TimelineAxis
  readonly loop: { readonly from: number; readonly to: number } | undefined
  readonly bookmarks: readonly { readonly offset: number; readonly note: string }[]
  readonly chosen: number | undefined
  readonly compared: { readonly before: number; readonly after: number } | undefined
}

/** What somebody does on the timeline that others have to know. */
export interface TimelineActions {
  seek(place: number): Promise<unknown>
  live(): Promise<unknown>
  placeAt(time: number): Promise<number>
  choose(offset: number): void
  compare(before: number, after: number): void
  loop(range: { readonly from: number; readonly to: number } | undefined): void
  look(store: string): void
}
