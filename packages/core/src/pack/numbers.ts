import type { ByteReader } from './ByteReader.ts'
import type { ByteWriter } from './ByteWriter.ts'
import { isInt, readInts, writeInts } from './ints.ts'

/**
 * Numbers of a column. One byte says how: 0 whole numbers; 1 … 4 decimals, whole when multiplied
 * by 10 so many times (amounts such as 12.34); 255 all others, in 64 bits each.
 */
export function writeNumbers(out: ByteWriter, values: readonly number[]): void {
  for (let digits = 0; digits <= DIGITS_MAX; digits++) {
    const whole = digits === 0 ? wholes(values) : scaled(values, 10 ** digits)
    if (whole === undefined) continue
    out.byte(digits)
    writeInts(out, whole)
    return
  }
  out.byte(FLOATS)
  out.reserve(values.length * 8)
  for (const value of values) out.float(value)
}

/** The column that `writeNumbers` wrote of so many values. */
export function readNumbers(from: ByteReader, count: number): number[] {
  const digits = from.byte()
  if (digits === FLOATS) {
    if (count * 8 > from.left) throw from.corrupt(`${count} numbers are announced and ${from.left} bytes are left`)
    return Array.from({ length: count }, () => from.float())
  }
  if (digits > DIGITS_MAX) throw from.corrupt(`${digits} is no form of numbers`)
  const values = readInts(from, count)
  if (digits === 0) return values
  const scale = 10 ** digits
  return values.map((value) => value / scale)
}

const FLOATS = 255
const DIGITS_MAX = 4

const wholes = (values: readonly number[]) => (values.every(isInt) ? values : undefined)

/** The values in units of 1/scale, where all of them come back exactly. */
function scaled(values: readonly number[], scale: number): readonly number[] | undefined {
  const whole: number[] = []
  for (const value of values) {
    const units = Math.round(value * scale)
    if (!isInt(units) || units / scale !== value) return undefined
    whole.push(units)
  }
  return whole
}
