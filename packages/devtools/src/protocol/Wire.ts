/**
 * One end of a connection between an app's agent and a panel: in the page, between windows,
 * through an extension. Messages are plain data that structured clone can carry.
 */
export interface Wire {
  post(message: unknown): void
  /** Gives the way to stop it. */
  onMessage(listener: (message: unknown) => void): () => void
  close(): void
}
