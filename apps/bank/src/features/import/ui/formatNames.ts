import type { StatementFormat } from '../readers/index.ts'

/** Formats as banks call them. */
export const formatNames: Readonly<Record<StatementFormat, string>> = {
  mt940: 'MT940',
  mt942: 'MT942',
  'camt.052': 'CAMT.052',
  'camt.053': 'CAMT.053',
  'camt.054': 'CAMT.054',
  csv: 'CSV',
}
