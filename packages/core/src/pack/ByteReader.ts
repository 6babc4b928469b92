import { segmentCorrupt } from './segmentCorrupt.ts'

/**
 * Reads what a `ByteWriter` wrote. The bytes may come from anywhere: behind their end stand
 * zeros, which end every loop that reads them, and `end` says that they were missing.
 */
export class ByteReader {
  readonly source: Uint8Array
  at: number

  constructor(source: Uint8Array, at = 0) {
    this.source = source
    this.at = at
  }

  get left(): number {
    return this.source.length - this.at
  }

  byte(): number {
    return this.source[this.at++] ?? 0
  }

  varint(): number {
    const { source } = this
    let byte = source[this.at++] ?? 0
    if (byte < 128) return byte
    let value = byte & 127
    let place = 128
    do {
      byte = source[this.at++] ?? 0
      value += (byte & 127) * place
      place *= 128
    } while (byte > 127 && place <= PLACE_MAX)
    if (value > Number.MAX_SAFE_INTEGER) throw this.corrupt('a number has too many digits')
    return value
  }

  /** UTF-16 units, each as a varint, into places from one to another. */
  units(target: Uint16Array, start: number, end: number): void {
    const { source } = this
    let { at } = this
    for (let n = start; n < end; n++) {
      let byte = source[at++] ?? 0
      let unit = byte & 127
      for (let shift = 7; byte > 127 && shift < UNIT_BITS; shift += 7) {
        byte = source[at++] ?? 0
        unit |= (byte & 127) << shift
      }
      target[n] = unit
    }
    this.at = at
  }

  signed(): number {
    const value = this.varint()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  float(): number {
    this.at += 8
    this.end()
    return new DataView(this.source.buffer, this.source.byteOffset).getFloat64(this.at - 8, true)
  }

  uint32(): number {
    this.at += 4
    this.end()
    return new DataView(this.source.buffer, this.source.byteOffset).getUint32(this.at - 4, true)
  }

  /** A count of things that take at least one byte each from here on. */
  count(): number {
    const count = this.varint()
    if (count > this.left) throw this.corrupt(`${count} things are announced and ${this.left} bytes are left`)
    return count
  }

  /** Refuses bytes that were cut off before the place that was reached. */
  end(): void {
    if (this.at > this.source.length) throw this.corrupt('it ends too early')
  }

  corrupt(why: string): Error {
    return segmentCorrupt(`${why}, at byte ${Math.min(this.at, this.source.length)} of ${this.source.length}`)
  }
}

const PLACE_MAX = 2 ** 49
const UNIT_BITS = 16
