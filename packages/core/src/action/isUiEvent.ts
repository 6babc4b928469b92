/**
 * Whether an argument is an event of the DOM, React or React Aria: an instance that has a
 * `target` and a way to hold it back. A creator without a payload may be an event handler
 * (`onClick={bank.closed}`), and an event is never a payload: it cannot be stored.
 */
export function isUiEvent(argument: unknown): boolean {
  if (typeof argument !== 'object' || argument === null) return false
  const prototype: unknown = Object.getPrototypeOf(argument)
  if (prototype === Object.prototype || prototype === null) return false
  return 'target' in argument && ('preventDefault' in argument || 'continuePropagation' in argument)
}
