import type { Terminal } from './Terminal.ts'

/**
 * A bar on one line of stderr, written over as work goes on, and wiped when it is done. It writes nothing
 * where stderr is no screen: a log file wants results, not frames.
 */
export class ProgressLine {
  readonly #terminal: Terminal
  readonly #now: () => number
  #last = Number.NEGATIVE_INFINITY
  #isShown = false

  constructor(terminal: Terminal, now: () => number = () => performance.now()) {
    this.#terminal = terminal
    this.#now = now
  }

  /** @param what is done, in a few words, after the bar */
  show(done: number, total: number, what: string): void {
    if (!this.#terminal.isScreen) return
    const now = this.#now()
    if (now - this.#last < FRAME_MS && done < total) return
    this.#last = now
    this.#isShown = true
    this.#terminal.err(`\r${CLEAR_LINE}${bar(done, total)} ${what}`)
  }

  clear(): void {
    if (this.#isShown) this.#terminal.err(`\r${CLEAR_LINE}`)
    this.#isShown = false
  }
}

/** `━━━━━━━━──────────── 40 %`; empty where the total is 0. */
export function bar(done: number, total: number): string {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0
  const full = Math.round(share * WIDTH)
  return `${'━'.repeat(full)}${'─'.repeat(WIDTH - full)} ${String(Math.floor(share * 100)).padStart(3)} %`
}

const WIDTH = 24
const FRAME_MS = 50
const CLEAR_LINE = '\u001b[2K'
