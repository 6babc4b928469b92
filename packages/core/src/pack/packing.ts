/** All that a log asks of the packed form of records, in one piece: see `log/packing.ts`. */
export { packSegment } from './packSegment.ts'
export { packTimes, readHead, readTimes, timesOnly } from './readHead.ts'
export { splitIds } from './recordIds.ts'
export { unpackSegment } from './unpackSegment.ts'
