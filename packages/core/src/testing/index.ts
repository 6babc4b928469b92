// Contracts of the ports, for those who write another implementation
export type { EventLogSubject } from './EventLogSubject.ts'
export { eventLogContract } from './eventLogContract.ts'
export type { TestFunctions } from './TestFunctions.ts'
