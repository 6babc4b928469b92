/** A place in a value as code would write it: `payload.items[3].name`. Indices are numbers. */
export function shownPath(root: string, path: readonly PropertyKey[]): string {
  let shown = root
  for (const key of path) {
    if (typeof key === 'number') shown += `[${key}]`
    else if (typeof key === 'string' && IDENTIFIER.test(key)) shown += `.${key}`
    else shown += `[${typeof key === 'string' ? JSON.stringify(key) : String(key)}]`
  }
  return shown
}

const IDENTIFIER = /^[\p{L}_$][\p{L}\p{N}_$]*$/u
