export type DevtoolsLibrary = 'playhead' | 'redux devtools'

export interface DevtoolsQuestion {
  readonly library: DevtoolsLibrary
  /** Records in the log before the panel is opened. */
  readonly size: number
}

/** What the page lets the measuring process do. */
export interface DevtoolsPage {
  /** Draws the dashboard over a log of so many records. */
  prepare(question: DevtoolsQuestion): Promise<void>
  /** Opens the panel. Resolves with the milliseconds until it is drawn with the log in it. */
  open(): Promise<number>
  /** Where the handle is that moves through time: the ends of its way, in pixels of the window. */
  scrubber(): { readonly left: number; readonly right: number; readonly y: number }
  /** Begins to note when frames are drawn, and how often the dashboard shows another moment. */
  watchFrames(): void
  frames(): { readonly intervals: readonly number[]; readonly moments: number; readonly lastedMs: number }
  /** Milliseconds until a search that nothing in the newest 10,000 records fits has its first hit, and until it is through. */
  search?(text: string): Promise<{ readonly firstMs: number | undefined; readonly allMs: number }>
  /** Microseconds of a dispatch. */
  dispatch(): number
}

declare global {
  interface Window {
    devtoolsBench: DevtoolsPage
  }
}
