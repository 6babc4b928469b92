import type { ErrorView, StoreHealth, StoreOverview } from '../../protocol/overview.ts'

/** A bank's store with a playhead that follows the head. */
export function overviewOf(more: Partial<StoreOverview> = {}): StoreOverview {
  return {
    id: 'bank',
    name: 'bank',
    parent: undefined,
    playhead: { offset: 5022, head: 5022, status: 'live', time: noon },
    span: { from: noon - 90 * DAY_MS, to: noon },
    slices: ['ledger', 'payments'],
    effects: ['clearPayment'],
    locked: false,
    capturesCallSites: false,
    shown: true,
    errors: [],
    progress: undefined,
    ...more,
  }
}

export const noon = Date.UTC(2026, 2, 4, 12)
const DAY_MS = 86_400_000

export const parked = overviewOf({ playhead: { offset: 1234, head: 5022, status: 'parked', time: noon - DAY_MS } })
export const empty = overviewOf({
  playhead: { offset: -1, head: -1, status: 'live', time: undefined },
  span: undefined,
})
export const branch = overviewOf({
  id: 'bank/1',
  name: 'without the rent',
  parent: { id: 'bank', at: 1200 },
  shown: false,
})

export const failures: readonly ErrorView[] = [
  {
    code: 'fold/quarantined',
    message:
      'The reducer of slice "ledger" threw on record 1234, ledger/entryPosted: Cannot read properties of undefined (reading "minor"). The record stays in the log, and this slice goes on without it.',
    offset: 1234,
    time: noon - 5000,
  },
  {
    code: 'effect/failed',
    message: 'Effect "clearPayment" threw: the network is down.',
    offset: undefined,
    time: noon,
  },
]

export const health: StoreHealth = {
  records: 1_000_000,
  recordsPerMinute: 240.4,
  bytes: 214_000_000,
  bytesPerRecord: 214,
  checkpoints: 488,
  seekMs: { median: 1.13, worst: 12.4 },
  quarantined: 0,
  durable: true,
  warnings: [],
}
