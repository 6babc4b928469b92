import type { Table } from '@playhead/core'
import { createSelector, createSlice, table } from '@playhead/core'
import { bank } from '../../ledger/index.ts'
import type { ReceivedStatement } from './actions.ts'
import { imports as happened } from './actions.ts'
import type { StatementFormat } from './readers/index.ts'

/**
 * - `booking`: confirmed, and not all of it is booked yet; after a reload, it was cut off
 * - `completed`: all of it is booked
 * - `cancelled`: stopped by the user, the rest can be booked later
 * - `failed`: stopped by an error, the rest can be booked later
 */
export type ImportStatus = 'booking' | 'completed' | 'cancelled' | 'failed'

/** One import, as its records tell it. */
export interface ImportRecord {
  readonly importId: string
  readonly fileName: string
  readonly sha256: string
  readonly format: StatementFormat
  readonly statements: readonly ReceivedStatement[]
  readonly entries: number
  readonly duplicates: number
  readonly booked: number
  readonly status: ImportStatus
  /** Milliseconds since 1970: when it was confirmed. */
  readonly receivedAt: number
}

interface ImportsState {
  /** In the order in which they were confirmed. */
  readonly byId: Table<string, ImportRecord>
}

const initial: ImportsState = { byId: table<string, ImportRecord>() }

/** Which files were imported, and how far each has come. */
export const imports = createSlice('imports', initial, (on) => [
  on(happened.received, (state, { payload, time }) => {
    state.byId.set(payload.importId, { ...payload, booked: 0, status: 'booking', receivedAt: time })
  }),
  on(bank.entryPosted, (state, { payload: { source } }) => {
    if (source === undefined || !state.byId.has(source.importId)) return
    state.byId.update(source.importId, (row) => {
      row.booked++
    })
  }),
  on([happened.resumed, happened.completed, happened.cancelled, happened.failed], (state, { type, payload }) => {
    // Cancelled before it was received, when the file was still being kept: nothing is left to tell of.
    if (!state.byId.has(payload.importId)) return
    state.byId.update(payload.importId, (row) => {
      row.status = statusAfter[type]
    })
  }),
])

const statusAfter = {
  [happened.resumed.type]: 'booking',
  [happened.completed.type]: 'completed',
  [happened.cancelled.type]: 'cancelled',
  [happened.failed.type]: 'failed',
} as const

/** Newest first. */
export const importHistory = createSelector(imports, ({ byId }) => [...byId.values()].reverse())
