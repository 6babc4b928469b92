import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { TableKey } from './TableKey.ts'

/**
 * The key as it is stored: `-0` is `0`, as in a `Map`.
 *
 * @throws PlayheadError `table/bad-key` for `NaN`, which equals nothing and could never be found again, and for other types
 */
export function storedKey<K extends TableKey>(key: K): K {
  if (typeof key === 'string') return key
  if (typeof key === 'number' && !Number.isNaN(key)) return key === 0 ? (0 as K) : key
  throw new PlayheadError({
    code: 'table/bad-key',
    message: DEV
      ? `Cannot use ${describe(key)} as the key of a table's row: keys are strings, and numbers other than NaN. Give the row a string or number of its own.`
      : [],
  })
}

/**
 * 32 well-mixed bits of a key. `1` and `'1'` differ. Never stored and never seen: it decides
 * where a key stands in an index, and nothing iterates an index.
 *
 * Strings by FNV-1a over UTF-16 units, finished as in MurmurHash3 (Austin Appleby, public domain).
 */
export function hashKey(key: TableKey): number {
  if (typeof key === 'string') {
    let hash = 0x811c9dc5
    for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
    return mix(hash)
  }
  // Neighbours stand together, as rows of one time do: versions that differ in them share the rest.
  if (key === (key | 0)) return ((key >>> 10) & 31) | (key & 992) | ((key & 31) << 10) | (key & ~32_767)
  float[0] = key
  return mix((words[0] as number) ^ Math.imul(words[1] as number, 0x9e3779b1))
}

function mix(bits: number): number {
  let hash = bits
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

const float = new Float64Array(1)
const words = new Uint32Array(float.buffer)

function describe(key: unknown): string {
  if (typeof key === 'number') return 'NaN'
  if (key === null) return 'null'
  return typeof key === 'object' || typeof key === 'function'
    ? `a value of type ${typeof key}`
    : `${typeof key} ${String(key)}`
}
