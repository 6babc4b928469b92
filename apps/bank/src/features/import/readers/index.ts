// Reading statement files: bytes in, one neutral model out.

export type { Sha256 } from './fingerprint/fileHash.ts'
export { fileHash, webSha256 } from './fingerprint/fileHash.ts'
export { withAccount } from './fingerprint/fingerprintStatements.ts'
export type { ImportProblem } from './ImportProblem.ts'
export { ImportRefused, refuse } from './ImportProblem.ts'
export type { ReadInput } from './readStatementFile.ts'
export { readStatementFile } from './readStatementFile.ts'
export { refuseTooLarge } from './refuseTooLarge.ts'
export type {
  Counterparty,
  ParsedAccount,
  ParsedLine,
  ParsedStatement,
  StatementFile,
  StatementFormat,
} from './StatementFile.ts'
