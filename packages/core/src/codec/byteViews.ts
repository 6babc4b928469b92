/** A typed array or a `DataView`. */
export type ByteView = ArrayBufferView

type ViewMaker = new (buffer: ArrayBuffer) => ByteView

/** By name: subclasses, such as Node's `Buffer`, are stored as what they extend. */
const MAKERS: { readonly [name: string]: ViewMaker } = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
}

/** `Uint8Array`, `DataView` and so on; `undefined` for a view that this platform has and others have not. */
export function viewName(view: ByteView): string | undefined {
  const name: unknown = view instanceof DataView ? 'DataView' : TAG?.call(view)
  return typeof name === 'string' && Object.hasOwn(MAKERS, name) ? name : undefined
}

const TAG = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)?.get

/** The bytes that a view shows, without copying them. Little-endian, as every platform of today is. */
export const bytesOf = (view: ByteView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength)

/** A view of that name over a copy of the bytes; `undefined` where they do not fill its elements. */
export function makeView(name: string, bytes: Uint8Array): ByteView | undefined {
  const Maker = Object.hasOwn(MAKERS, name) ? MAKERS[name] : undefined
  if (Maker === undefined) return undefined
  const width = 'BYTES_PER_ELEMENT' in Maker ? (Maker.BYTES_PER_ELEMENT as number) : 1
  return bytes.length % width === 0 ? new Maker(copyOfBytes(bytes)) : undefined
}

/** A buffer of its own with these bytes. */
export function copyOfBytes(bytes: Uint8Array): ArrayBuffer {
  const buffer = new ArrayBuffer(bytes.length)
  new Uint8Array(buffer).set(bytes)
  return buffer
}

export const VIEW_NAMES: readonly string[] = Object.keys(MAKERS)
