/** Gives the page its turn between two slices of long work, and finds moments in which it has nothing to do. */
export interface Turns {
  /** Resolves in a task of its own, after the page could handle input and paint. */
  next(): Promise<void>
  /** Calls `work` when the page is idle. Gives the way to stop it. */
  whenIdle(work: () => void): () => void
}
