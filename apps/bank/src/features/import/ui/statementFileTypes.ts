/** What the file picker offers. A file with another name can still be dropped: what counts is what is in it. */
export const statementFileTypes: readonly string[] = [
  '.sta',
  '.mt940',
  '.940',
  '.mt942',
  '.942',
  '.txt',
  '.xml',
  '.c52',
  '.c53',
  '.c54',
  '.csv',
  'text/csv',
  'application/xml',
]
