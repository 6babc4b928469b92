// A household that never was, to look at before the first statement is dropped.

export { householdRecords } from './household.ts'
