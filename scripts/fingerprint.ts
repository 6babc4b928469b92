import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('..', import.meta.url))

/** A hash of the files that fit the patterns, but for what is never shipped. */
export function fingerprint(patterns: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of globSync([...patterns], { cwd: repository }).sort()) {
    const path = join(repository, file)
    if (NOT_SHIPPED.test(file) || !statSync(path).isFile()) continue
    hash.update(`${file}\0`).update(readFileSync(path))
  }
  return hash.digest('hex')
}

const NOT_SHIPPED = /[.](test|test-d|stories|fixtures)[.]/
