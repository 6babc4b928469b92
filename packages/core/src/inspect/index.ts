// What tools may ask of a store beyond its public names. Not for apps.

export { isTable } from '../table/isTable.ts'
export type { ChangeSearch } from './changeSearch.ts'
export { changeSearch } from './changeSearch.ts'
export type { RecordSource, StoreInspection } from './inspectStore.ts'
export { inspectStore } from './inspectStore.ts'
export { guardDispatch, showInstead, watchAccepted, watchErrors } from './onlookers.ts'
export type { ReducerTime } from './timeReducers.ts'
export { timeReducers } from './timeReducers.ts'
export { changesBetween, valueInState } from './values.ts'
