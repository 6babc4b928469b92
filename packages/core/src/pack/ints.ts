import type { ByteReader } from './ByteReader.ts'
import type { ByteWriter } from './ByteWriter.ts'
import { zigzag } from './ByteWriter.ts'

/**
 * Whole numbers of a column, in whichever of four forms is the shortest. How many there are is
 * known to the reader.
 *
 * ```
 *   one byte: form (2 bits), width in bits (6 bits)
 *   PACKED        lowest value, then each value's distance from it in `width` bits
 *   DELTA_PACKED  first value, smallest step, then each step's distance from that
 *   VARINTS       each value
 *   DELTA_VARINTS each value's step from the one before
 * ```
 *
 * A constant is PACKED and a run DELTA_PACKED with a width of 0, which takes no bits at all.
 * Bits fill bytes from the lowest.
 */
export function writeInts(out: ByteWriter, values: readonly number[]): void {
  if (values.length === 0) return
  const first = values[0] as number
  let [low, high] = [first, first]
  let [lowStep, highStep] = [0, 0]
  let [plainBytes, stepBytes] = [0, 0]
  let before = 0
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number
    const step = value - before
    before = value
    plainBytes += varintBytes(zigzag(value))
    stepBytes += varintBytes(zigzag(step))
    if (value < low) low = value
    else if (value > high) high = value
    if (at === 0) continue
    if (at === 1) lowStep = highStep = step
    else if (step < lowStep) lowStep = step
    else if (step > highStep) highStep = step
  }
  const width = bitsFor(high - low)
  const stepWidth = bitsFor(highStep - lowStep)
  const packedBytes = varintBytes(zigzag(low)) + Math.ceil((values.length * width) / 8)
  const stepPackedBytes =
    varintBytes(zigzag(first)) + varintBytes(zigzag(lowStep)) + Math.ceil(((values.length - 1) * stepWidth) / 8)
  const shortest = Math.min(packedBytes, stepPackedBytes, plainBytes, stepBytes)
  out.reserve(shortest + 2)
  if (shortest === packedBytes) {
    out.byte(PACKED | (width << 2))
    out.signed(low)
    writeBits(out, values, { from: 0, width, base: low, steps: false })
  } else if (shortest === stepPackedBytes) {
    out.byte(DELTA_PACKED | (stepWidth << 2))
    out.signed(first)
    out.signed(lowStep)
    writeBits(out, values, { from: 1, width: stepWidth, base: lowStep, steps: true })
  } else if (shortest === plainBytes) {
    out.byte(VARINTS)
    for (const value of values) out.signed(value)
  } else {
    out.byte(DELTA_VARINTS)
    before = 0
    for (const value of values) {
      out.signed(value - before)
      before = value
    }
  }
}

/** The column that `writeInts` wrote of so many values. */
export function readInts(from: ByteReader, count: number): number[] {
  if (count === 0) return []
  const form = from.byte()
  const values = new Array<number>(count)
  const width = form >> 2
  if (width > WIDTH_MAX) throw from.corrupt(`${width} bits a number`)
  let value = 0
  switch (form & 3) {
    case PACKED:
      readBits(from, values, { from: 0, width, base: from.signed() })
      break
    case DELTA_PACKED: {
      value = from.signed()
      values[0] = value
      readBits(from, values, { from: 1, width, base: from.signed() })
      for (let at = 1; at < count; at++) {
        value += values[at] as number
        values[at] = value
      }
      break
    }
    case VARINTS:
      for (let at = 0; at < count; at++) values[at] = from.signed()
      break
    default:
      for (let at = 0; at < count; at++) {
        value += from.signed()
        values[at] = value
      }
  }
  from.end()
  return values
}

/** Whether a column of whole numbers takes it: exact, and so are the steps between two of them. */
export const isInt = (value: number): boolean =>
  Number.isInteger(value) && value <= INT_MAX && value >= -INT_MAX && (value !== 0 || !Object.is(value, -0))

const PACKED = 0
const DELTA_PACKED = 1
const VARINTS = 2
const DELTA_VARINTS = 3

const INT_MAX = 2 ** 51
/** With seven bits that are left over from the byte before, as many as a shift can hold. */
const WIDTH_MAX = 24

/** More than are allowed where a value does not fit, so that another form is shorter. */
const bitsFor = (range: number): number => (range < 2 ** WIDTH_MAX ? 32 - Math.clz32(range) : 64)

function varintBytes(value: number): number {
  if (value < 128) return 1
  if (value < 16_384) return 2
  let bytes = 3
  for (let rest = Math.floor(value / 2_097_152); rest > 0; rest = Math.floor(rest / 128)) bytes++
  return bytes
}

interface Bits {
  readonly from: number
  readonly width: number
  /** What is added to each. */
  readonly base: number
}

function writeBits(
  out: ByteWriter,
  values: readonly number[],
  { from, width, base, steps }: Bits & { readonly steps: boolean },
): void {
  if (width === 0) return
  let [bits, filled] = [0, 0]
  for (let at = from; at < values.length; at++) {
    const value = (values[at] as number) - (steps ? (values[at - 1] as number) : 0) - base
    bits |= value << filled
    filled += width
    while (filled >= 8) {
      out.byte(bits & 255)
      bits >>>= 8
      filled -= 8
    }
  }
  if (filled > 0) out.byte(bits)
}

function readBits(reader: ByteReader, values: number[], { from, width, base }: Bits): void {
  if (width === 0) {
    values.fill(base, from)
    return
  }
  const { source } = reader
  const mask = (1 << width) - 1
  let { at } = reader
  let [bits, filled] = [0, 0]
  for (let to = from; to < values.length; to++) {
    while (filled < width) {
      bits |= (source[at++] ?? 0) << filled
      filled += 8
    }
    values[to] = (bits & mask) + base
    bits >>>= width
    filled -= width
  }
  reader.at = at
}
