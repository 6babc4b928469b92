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
  // No call after the last: what it would work on may not be there.
  const run = (batch: number, callsMax: number) => {
    const end = Math.min(call + batch, callsMax)
    while (call < end) operation(call++)
  }
  const warmUpCallsMax = operationsMax >> 2
  const warm = performance.now() + warmUpMs
  // Batches grow, so that reading the clock costs nothing beside nanoseconds.
  let batch = 1
  while (performance.now() < warm && call < warmUpCallsMax) {
    const start = performance.now()
    run(batch, warmUpCallsMax)
    if (performance.now() - start < 1) batch = Math.min(batch * 2, 10_000)
  }
  globalThis.gc?.()
  const first = call
  const start = performance.now()
  const end = start + measureMs
  let now = start
  while (now < end && call < operationsMax) {
    run(batch, operationsMax)
    now = performance.now()
  }
  return ((now - start) * 1_000) / (call - first)
}
