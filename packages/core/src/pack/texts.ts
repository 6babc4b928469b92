import type { ByteReader } from './ByteReader.ts'
import type { ByteWriter } from './ByteWriter.ts'

/**
 * The different strings of a segment, each once, in the order in which columns mention them.
 *
 * ```
 *   count, then for each:
 *     one byte: units it shares with the one before (4 bits), units of its own (4 bits)
 *     for each of the two that is 15: what it is more than 15, as a varint
 *     its own UTF-16 units, each as a varint
 * ```
 *
 * Units and not UTF-8, because a string may hold half a surrogate pair. Sharing a beginning
 * makes ids such as `account-17` three bytes.
 */
export class TextTable {
  readonly #places = new Map<string, number>()
  #units = 0

  /** Where a string stands in the table. */
  place(text: string): number {
    const known = this.#places.get(text)
    if (known !== undefined) return known
    const place = this.#places.size
    this.#places.set(text, place)
    this.#units += text.length
    return place
  }

  /** UTF-16 units of all strings together. */
  get units(): number {
    return this.#units
  }

  write(out: ByteWriter): void {
    out.varint(this.#places.size)
    let before = ''
    for (const text of this.#places.keys()) {
      const shared = sharedUnits(before, text)
      const own = text.length - shared
      out.byte((Math.min(shared, HALF_BYTE) << 4) | Math.min(own, HALF_BYTE))
      if (shared >= HALF_BYTE) out.varint(shared - HALF_BYTE)
      if (own >= HALF_BYTE) out.varint(own - HALF_BYTE)
      out.units(text, shared)
      before = text
    }
  }
}

/** The strings that a `TextTable` wrote. Refuses more than `TEXT_UNITS_MAX` units in all. */
export function readTexts(from: ByteReader): string[] {
  const count = from.count()
  const texts = new Array<string>(count)
  const units = new Uint16Array(PIECE_UNITS)
  let total = 0
  let before = ''
  for (let n = 0; n < count; n++) {
    const lengths = from.byte()
    let shared = lengths >> 4
    let own = lengths & HALF_BYTE
    if (shared === HALF_BYTE) shared += from.varint()
    if (own === HALF_BYTE) own += from.varint()
    total += shared + own
    if (shared > before.length || own > from.left || total > TEXT_UNITS_MAX)
      throw from.corrupt(`a text of ${shared} and ${own} units does not fit`)
    before =
      shared + own <= SHORT_UNITS
        ? shortText(from, before, shared, own, units)
        : longText(from, before, shared, own, units)
    texts[n] = before
  }
  from.end()
  return texts
}

/** UTF-16 units of all strings of a segment. */
export const TEXT_UNITS_MAX = 134_217_728

const HALF_BYTE = 15
/** Up to here V8 copies when strings are joined; above, the pieces would stay alive with the whole. */
const TINY_UNITS = 12
const SHORT_UNITS = 256
const PIECE_UNITS = 4_096

function sharedUnits(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let shared = 0
  // Compared in blocks by the platform: texts that are logged at each keystroke share most of themselves.
  while (shared + SHORT_UNITS <= most && b.startsWith(a.slice(shared, shared + SHORT_UNITS), shared))
    shared += SHORT_UNITS
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++
  return shared
}

function shortText(from: ByteReader, before: string, shared: number, own: number, units: Uint16Array): string {
  from.units(units, shared, shared + own)
  if (shared + own <= TINY_UNITS) {
    let text = before.slice(0, shared)
    for (let at = shared; at < shared + own; at++) text += String.fromCharCode(units[at] as number)
    return text
  }
  for (let at = 0; at < shared; at++) units[at] = before.charCodeAt(at)
  return joined(units, shared + own)
}

function longText(from: ByteReader, before: string, shared: number, own: number, units: Uint16Array): string {
  let text = before.slice(0, shared)
  for (let left = own; left > 0; left -= PIECE_UNITS) {
    const length = Math.min(left, PIECE_UNITS)
    from.units(units, 0, length)
    text += joined(units, length)
  }
  return text
}

const joined = (units: Uint16Array, length: number): string =>
  Reflect.apply(String.fromCharCode, undefined, units.subarray(0, length))
