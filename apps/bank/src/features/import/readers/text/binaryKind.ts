/**
 * What a file that is not text seems to be, in words (`a PDF document`); undefined for text.
 * Told by the first bytes, else by a zero byte, which no text of a bank has (UTF-16 must be ruled out before).
 */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  const known = signatures.find(([signature]) => start.startsWith(signature))
  if (known) return known[1]
  return bytes.includes(0) ? 'binary data' : undefined
}

const signatures: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF document'],
  ['PK\u0003\u0004', 'a ZIP archive or a spreadsheet (.xlsx, .ods)'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office document (.xls, .doc)'],
  ['\u0089PNG', 'a PNG image'],
  ['\u00ff\u00d8\u00ff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['\u001f\u008b', 'a gzip archive'],
  ['7z\u00bc\u00af', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['SQLite f', 'a SQLite database'],
  ['\u007fELF', 'a program'],
  ['MZ\u0090\u0000', 'a program'],
]
