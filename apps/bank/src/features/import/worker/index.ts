// Parsing statement files off the page's thread.

export { fakeStatementParser } from './fakeStatementParser.ts'
export { workerParser } from './parseInWorker.ts'

export type { ParseOptions, ParseProgress } from './protocol.ts'
export type { ParseEvent, StatementParser } from './StatementParser.ts'
