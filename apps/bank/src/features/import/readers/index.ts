// Reading statement files: bytes in, one neutral model out.

// Accounts.
export { currencyOfIban, ibanOf } from './account/iban.ts'
export { readFormats } from './explainFormat.ts'
export type { Sha256 } from './fingerprint/fileHash.ts'
export { fileHash, webSha256 } from './fingerprint/fileHash.ts'
export { withAccount } from './fingerprint/fingerprintStatements.ts'
export type { ImportProblem, ImportProblemCode } from './ImportProblem.ts'
// Why a file is not imported, and what to look at when it is.
export { ImportRefused, importProblemCodes, refuse } from './ImportProblem.ts'
export type { ImportWarning, ImportWarningCode } from './ImportWarning.ts'
export { importWarningCodes, warningsMax } from './ImportWarning.ts'
// Bounds.
export { fileBytesMax, linesMax } from './limits.ts'
export type { ReadInput, ReadProgress } from './readStatementFile.ts'
export { readStatementFile } from './readStatementFile.ts'
export { refuseTooLarge } from './refuseTooLarge.ts'
export type {
  CalendarDay,
  Counterparty,
  FilePosition,
  LineStatus,
  ParsedAccount,
  ParsedBalance,
  ParsedLine,
  ParsedStatement,
  StatementFile,
  StatementFormat,
  StatementKind,
} from './StatementFile.ts'
export type { DateOrder, ReadOptions } from './StatementReader.ts'
