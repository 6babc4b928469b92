/** Port: the time that an agent works by. */
export interface AgentTime {
  /** Milliseconds that only grow. */
  now(): number
  /** Resolves after the page could handle input and paint. */
  turn(): Promise<void>
  /** Calls back later. Gives the way to stop it. */
  after(ms: number, work: () => void): () => void
}
