/** Bytes, written one after another. */
export class ByteWriter {
  #bytes = new Uint8Array(4_096)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Makes room, so that so many bytes can be written without asking. */
  reserve(count: number): void {
    const needed = this.#length + count
    if (needed <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
    larger.set(this.#bytes)
    this.#bytes = larger
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.reserve(1)
    this.#bytes[this.#length++] = value
  }

  /** A whole number from 0 to 2⁵³ − 1, seven bits a byte, the lowest first. */
  varint(value: number): void {
    let rest = value
    while (rest > 0x7fff_ffff) {
      this.byte((rest % 128) | 128)
      rest = Math.floor(rest / 128)
    }
    while (rest > 127) {
      this.byte((rest & 127) | 128)
      rest >>>= 7
    }
    this.byte(rest)
  }

  /** A whole number of either sign, at most 2⁵² from 0; those near 0 are short. */
  signed(value: number): void {
    this.varint(zigzag(value))
  }

  /** IEEE 754, 64 bits, little-endian. */
  float(value: number): void {
    this.reserve(8)
    new DataView(this.#bytes.buffer).setFloat64(this.#length, value, true)
    this.#length += 8
  }

  /** UTF-16 units of a text, from one on, each as a varint. */
  units(text: string, from: number): void {
    this.reserve((text.length - from) * UNIT_BYTES_MAX)
    const bytes = this.#bytes
    let at = this.#length
    for (let n = from; n < text.length; n++) {
      let unit = text.charCodeAt(n)
      for (; unit > 127; unit >>>= 7) bytes[at++] = (unit & 127) | 128
      bytes[at++] = unit
    }
    this.#length = at
  }

  /** 32 bits, little-endian. */
  uint32(value: number): void {
    this.reserve(4)
    new DataView(this.#bytes.buffer).setUint32(this.#length, value, true)
    this.#length += 4
  }

  bytes(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** What was written, without a copy: good until the next write. */
  written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  /** Begins again, in the same memory. */
  clear(): void {
    this.#length = 0
  }
}

const UNIT_BYTES_MAX = 3

/** 0, −1, 1, −2 … as 0, 1, 2, 3 … */
export const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value)
