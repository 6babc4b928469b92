// Given, when, then

export { ExpectationFailed } from './ExpectationFailed.ts'
export type { ExpectedRecord } from './ExpectedRecord.ts'
export type { GivenPorts, PastRecord } from './given.ts'
export { given } from './given.ts'
export type { Happened, Outcome, Scenario } from './scenario.ts'

// Time

export { countingMeter } from '../work/countingMeter.ts'
export type { MarbleHelpers } from './marbles.ts'
export { marbles } from './marbles.ts'
export type { VirtualTime } from './virtualTime.ts'
export { virtualTime } from './virtualTime.ts'

// Session files

// Contracts of the ports, for those who write another implementation
export type { EventLogSubject } from './EventLogSubject.ts'
export { eventLogContract } from './eventLogContract.ts'
export type { ReplayOptions } from './replay.ts'
export { replay } from './replay.ts'
export { slicesOf } from './slicesOf.ts'
export type { TestFunctions } from './TestFunctions.ts'
