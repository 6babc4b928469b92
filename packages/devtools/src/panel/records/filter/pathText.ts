import type { Path } from '@playhead/core'

/**
 * A path as it is written in code: `ledger.accounts["DE 12"].minor`, `rows[0]`. A number in brackets is a number; a
 * number after a dot is the text of it, as keys of objects are.
 */
export function printPath(path: Path): string {
  return path
    .map((key, at) => {
      if (typeof key === 'number') return `[${key}]`
      if (key === '' || /[.[\]"\s\\]/.test(key)) return `[${JSON.stringify(key)}]`
      return at === 0 ? key : `.${key}`
    })
    .join('')
}

/** The path that is written; a sentence that says why where it is none. */
export function readPath(text: string): Path | string {
  const path: (string | number)[] = []
  let rest = text
  while (rest !== '') {
    const part = PART.exec(rest)
    const [whole = '', plain, number, string] = part ?? []
    if (plain !== undefined && (path.length === 0 ? !whole.startsWith('.') : whole.startsWith('.'))) path.push(plain)
    else if (number !== undefined) path.push(Number(number))
    else if (string !== undefined) {
      const key = unquoted(string)
      if (key === undefined) return `The key ${string} is no text in quotes. Write it as in JSON: ["a key"].`
      path.push(key)
    } else return reasonAt(rest, path)
    rest = rest.slice(whole.length)
  }
  return path.length > 0 ? path : 'The path is empty. Write a slice and keys in it: ledger.accounts'
}

function reasonAt(rest: string, path: Path): string {
  const after = path.length === 0 ? 'at its begin' : `after ${printPath(path)}`
  return `The path cannot be read ${after}: "${rest}". Write keys after dots and numbers in brackets: ledger.rows[0].minor`
}

function unquoted(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}

/** `.key`, `[12]` or `["key"]`. */
const PART = /^(?:\.?([^.[\]"\s\\]+)|\[(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)\]|\[("(?:[^"\\]|\\.)*")\])/
