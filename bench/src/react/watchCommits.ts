/** React's commits on this page, as its own developer tools are told of them; production builds tell as well. */
export interface Commits {
  readonly count: number
  /** End of the newest, by `performance.now()`. */
  readonly lastAt: number
  /** Resolves in the task after the next commit, or after the one since the last call. */
  next(): Promise<void>
}

/**
 * Begins to count. `installCommitHook` must have run before React was loaded.
 *
 * @throws Error 10 seconds after a call of `next`, where nothing was committed
 */
export function watchCommits(): Commits {
  let count = 0
  let lastAt = 0
  let seen = 0
  onCommit = () => {
    count++
    lastAt = performance.now()
  }
  return {
    get count() {
      return count
    },
    get lastAt() {
      return lastAt
    },
    async next() {
      const deadline = performance.now() + 10_000
      while (count === seen) {
        if (performance.now() > deadline) throw new Error('React has committed nothing for 10 seconds')
        await nextTask()
      }
      seen = count
    },
  }
}

let onCommit = () => {}

/** Stands in for React's developer tools. To be called before React is loaded. */
export function installCommitHook(): void {
  const hook = {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: () => onCommit(),
    onPostCommitFiberRoot: () => {},
    onCommitFiberUnmount: () => {},
  }
  Object.assign(window, { __REACT_DEVTOOLS_GLOBAL_HOOK__: hook })
}

function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
