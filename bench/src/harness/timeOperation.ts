/** How long an operation is repeated. */
export interface TimingOptions {
  readonly warmUpMs: number
  readonly measureMs: number
  /** No more than this in all: a log grows with every operation. */
  readonly operationsMax?: number
}

/**
 * Microseconds of one call: the mean over many calls, garbage collection included.
 *
 * `operation` is given the number of the call, from 0, and goes on where warming up has ended.
 */
export function timeOperation(operation: (call: number) => void, options: TimingOptions): number {
  const { warmUpMs, measureMs, operationsMax = 2_000_000 } = options
  let call = 0
  const warmUpMax = operationsMax >> 2
  let batch = 1
  const warm = performance.now() + warmUpMs
  // Batches grow, so that reading the clock costs nothing beside nanoseconds.
  while (performance.now() < warm && call < warmUpMax) {
    const start = performance.now()
    for (let i = 0; i < batch; i++) operation(call++)
    if (performance.now() - start < 1) batch = Math.min(batch * 2, 10_000)
  }
  globalThis.gc?.()
  const start = performance.now()
  const end = start + measureMs
  const first = call
  let now = start
  while (now < end && call < operationsMax) {
    for (let i = 0; i < batch; i++) operation(call++)
    now = performance.now()
  }
  return ((now - start) * 1000) / (call - first)
}
