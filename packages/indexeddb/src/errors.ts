import type { LogRecord } from '@playhead/core'
import { PlayheadError } from '@playhead/core'

export const unavailable = (name: string, why: unknown) =>
  new PlayheadError({
    code: 'indexeddb/unavailable',
    cause: why,
    message: `Log "${name}" cannot be kept in this browser: ${told(why)}. Private windows, blocked site data and full disks do that: allow the site to store data, or use an ordinary window.`,
  })

export const openElsewhere = (name: string, cause?: unknown) =>
  new PlayheadError({
    code: 'indexeddb/open-elsewhere',
    cause,
    message: `Log "${name}" is open in another tab of this browser, and for now one tab at a time can have it. Go to the other tab, or close it and reload this one.`,
  })

export const blocked = (name: string, doing: 'open' | 'deleted') =>
  new PlayheadError({
    code: 'indexeddb/blocked',
    message: `Log "${name}" could not be ${doing === 'open' ? 'opened' : doing}: another tab holds its database and does not let go. Close the other tabs of this site, then reload.`,
  })

export const newerVersion = (name: string, cause: unknown) =>
  new PlayheadError({
    code: 'indexeddb/newer-version',
    cause,
    message: `Log "${name}" was written by a newer version of @playhead/indexeddb than this page has loaded. It was left as it is: reload the page to get the newer program.`,
  })

export const damaged = (name: string, problem: string) =>
  new PlayheadError({
    code: 'indexeddb/damaged',
    message: `Log "${name}" is damaged: ${problem}. Nothing was changed and nothing left out. Restore it from a copy, or begin anew with \`deleteLog(${JSON.stringify(name)})\`, which deletes all of it.`,
  })

export const badSeed = (name: string, why: unknown) =>
  new PlayheadError({
    code: 'indexeddb/bad-seed',
    cause: why,
    message: `The seed of log "${name}" cannot be planted: ${told(why)}. Nothing was stored. Give records with offsets from 0 and times that never go back, as \`createRecords\` makes them.`,
  })

export const writeFailed = (name: string, pending: readonly LogRecord[], why: unknown) => {
  if (isConflict(why)) return openElsewhere(name, why)
  return new PlayheadError({
    code: 'indexeddb/write-failed',
    cause: why,
    message: `Log "${name}" could not store ${listed(pending)}: ${told(why)}. They stay in this page, and are tried again with the next append or flush. Do not close the page before that; if the disk is full, free some space.`,
  })
}

export const closedByBrowser = (name: string, why: string) =>
  new PlayheadError({
    code: 'indexeddb/closed',
    message: `The database of log "${name}" was closed: ${why}. Nothing more is stored from this page. Reload it to go on with what is stored now.`,
  })

export const stillOpen = (name: string) =>
  new PlayheadError({
    code: 'indexeddb/still-open',
    message: `Cannot delete log "${name}": a store of this page has it open. Call \`await store.close()\` first.`,
  })

/** A row is there already that this tab has not written. */
const isConflict = (why: unknown): boolean => why instanceof DOMException && why.name === 'ConstraintError'

const told = (why: unknown): string => {
  if (!(why instanceof Error) && !(why instanceof DOMException)) return String(why)
  return why.message ? `${why.name}: ${why.message}` : why.name
}

function listed(records: readonly LogRecord[]): string {
  const [first] = records
  const last = records.at(-1)
  if (!first || !last) return 'no records'
  if (records.length === 1) return `1 record, "${first.type}" (${first.id})`
  return `${records.length} records, from "${first.type}" (${first.id}) to "${last.type}" (${last.id})`
}
