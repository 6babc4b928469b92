/** Why a value cannot be stored, as the rest of a sentence about it. */
export function whyNot(value: unknown): string {
  if (typeof value === 'function') return `is the function ${value.name || '(anonymous)'}`
  if (typeof value === 'symbol') return `is ${String(value)}`
  if (typeof value !== 'object' || value === null) return `is ${String(value)}`
  if (value instanceof Promise) return 'is a promise'
  const maker: unknown = value.constructor
  return `is an instance of ${typeof maker === 'function' && maker.name ? maker.name : 'a class'}`
}
