import { refuse } from './ImportProblem.ts'
import { fileBytesMax } from './limits.ts'

/**
 * Refuses a file by its size, before a byte of it is read.
 *
 * @throws ImportRefused `import/too-large`
 */
export function refuseTooLarge(fileName: string, bytes: number): void {
  if (bytes <= fileBytesMax) return
  throw refuse({
    code: 'import/too-large',
    fileName,
    what: `The file has ${mebibytes(bytes)} MiB and was not read. Export shorter periods and import them one after another.`,
    expected: `at most ${mebibytes(fileBytesMax)} MiB`,
  })
}

function mebibytes(bytes: number): string {
  // Rounded up: a byte too many must not read as the limit itself.
  return (Math.ceil((bytes / 1024 / 1024) * 10) / 10).toString()
}
