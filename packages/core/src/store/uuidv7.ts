import type { Random } from './ports.ts'

/**
 * A UUID of version 7 (RFC 9562, 5.7): 48 bits of milliseconds since 1970, then 74 random
 * bits. Ids of later milliseconds sort later.
 */
export function uuidv7(time: number, random: Random): string {
  const stamp = Math.max(0, Math.floor(time)).toString(16).padStart(12, '0').slice(-12)
  const version = `7${hex(random, 12)}`
  // The two highest bits of this group are 10: the variant of RFC 9562.
  const variant = (0x8000 | bits(random, 14)).toString(16)
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-${version}-${variant}-${hex(random, 24)}${hex(random, 24)}`
}

const bits = (random: Random, count: number): number => Math.floor(random() * 2 ** count)

const hex = (random: Random, count: number): string =>
  bits(random, count)
    .toString(16)
    .padStart(count / 4, '0')
