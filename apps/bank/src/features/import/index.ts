// Importing bank statements: read, preview, book, resume.

export { nextFrame } from './booking/nextFrame.ts'
export { ImportDesk } from './desk/ImportDesk.ts'
export type { ImportJob, ImportPhase } from './desk/ImportJob.ts'
export type { ImportRecord, ImportStatus } from './imports.ts'
export { importHistory, imports } from './imports.ts'
export { memoryInbox } from './inbox/Inbox.ts'
export { deleteInbox, indexedDbInbox } from './inbox/indexedDbInbox.ts'
export type { ImportPlan, LeftOutLine, PlannedLine, StatementPlan } from './plan/ImportPlan.ts'
export { readLedger } from './plan/LedgerReading.ts'
export { planImport } from './plan/planImport.ts'
