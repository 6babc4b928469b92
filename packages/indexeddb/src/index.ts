export { deleteLog } from './deleteLog.ts'
export type { IndexedDbLogOptions } from './IndexedDbLogOptions.ts'
export { indexedDbLog } from './indexedDbLog.ts'
