import { sameValue } from '../codec/sameValue.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { SelectorNode } from '../selector/Selector.ts'

interface Seen {
  looks: number
  wasted: number
}

/**
 * Finds selectors that give another object with the same content: whoever watches them is told, and
 * renders, for nothing. It compares the first 64 changes of each selector by value, and tells of the
 * third that was none, once.
 *
 * That a selector makes an object is no fault: it runs only when what it read has changed.
 */
export class SelectorCheck {
  // By its function: members of a family have one each, with the same text.
  readonly #seen = new WeakMap<object, Seen>()
  readonly #told = new Set<string>()

  changed(node: SelectorNode<unknown>, before: unknown, after: unknown): PlayheadError | undefined {
    if (node.kind !== 'derived' || typeof after !== 'object' || after === null) return undefined
    const seen = this.#seen.get(node) ?? { looks: 0, wasted: 0 }
    this.#seen.set(node, seen)
    if (seen.looks >= LOOKS_MAX || !isSame(before, after, seen)) return undefined
    if (++seen.wasted < WASTED_MIN) return undefined
    seen.looks = LOOKS_MAX
    const source = shown(node.project)
    if (this.#told.has(source) || this.#told.size === SOURCES_TOLD_MAX) return undefined
    this.#told.add(source)
    return unstable(source)
  }
}

function isSame(before: unknown, after: unknown, seen: Seen): boolean {
  seen.looks++
  return sameValue(before, after)
}

function shown(project: (...values: never[]) => unknown): string {
  const text = String(project).replaceAll(/\s+/g, ' ')
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text
}

const unstable = (source: string) =>
  new PlayheadError({
    code: 'check/unstable-selector',
    severity: 'warning',
    message: `A selector has given another object with the same content ${WASTED_MIN} times, and each time told everybody who watches it: \`${source}\`. Pass \`{ equal: sameValue }\` as its last argument, or let it read less. Told once.`,
  })

const LOOKS_MAX = 64
const WASTED_MIN = 3
const SHOWN_MAX = 120
const SOURCES_TOLD_MAX = 100
