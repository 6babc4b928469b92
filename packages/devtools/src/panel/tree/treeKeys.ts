import type { TreeRow } from './TreeRow.ts'

/** What a key does in a tree. */
export type TreeMove =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'expand' | 'collapse' | 'choose' | 'expandSiblings'; readonly row: number }

/**
 * The keys of a tree, by the pattern of the ARIA authoring practices: arrows, Home, End, pages, Enter, `*`, and
 * letters to go to the next line that begins with them. `undefined` for a key that means nothing here.
 */
export function treeKey(
  key: string,
  rows: readonly TreeRow[],
  active: number,
  pageRows: number,
  startsWith: (row: number, text: string) => boolean,
): TreeMove | undefined {
  const row = rows[active]
  const last = rows.length - 1
  if (last < 0) return undefined
  if (!row) return FIRST_KEYS.has(key) ? { kind: 'go', to: 0 } : undefined
  switch (key) {
    case 'ArrowDown':
      return { kind: 'go', to: Math.min(last, active + 1) }
    case 'ArrowUp':
      return { kind: 'go', to: Math.max(0, active - 1) }
    case 'PageDown':
      return { kind: 'go', to: Math.min(last, active + pageRows) }
    case 'PageUp':
      return { kind: 'go', to: Math.max(0, active - pageRows) }
    case 'Home':
      return { kind: 'go', to: 0 }
    case 'End':
      return { kind: 'go', to: last }
    case 'ArrowRight':
      if (row.isExpanded === false) return { kind: 'expand', row: active }
      if (row.isExpanded && (rows[active + 1]?.level ?? 0) > row.level) return { kind: 'go', to: active + 1 }
      return undefined
    case 'ArrowLeft':
      if (row.isExpanded) return { kind: 'collapse', row: active }
      return { kind: 'go', to: parentOf(rows, active) ?? active }
    case 'Enter':
    case ' ':
      return { kind: 'choose', row: active }
    case '*':
      return { kind: 'expandSiblings', row: active }
    default:
      return key.length === 1 ? nextThatStartsWith(key, rows.length, active, startsWith) : undefined
  }
}

const FIRST_KEYS = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp'])

/** The line above that this one is part of. */
export function parentOf(rows: readonly TreeRow[], index: number): number | undefined {
  const level = rows[index]?.level ?? 1
  for (let at = index - 1; at >= 0; at--) if ((rows[at]?.level ?? 0) < level) return at
  return undefined
}

function nextThatStartsWith(
  text: string,
  count: number,
  active: number,
  startsWith: (row: number, text: string) => boolean,
): TreeMove | undefined {
  // As many as one would look over by hand; a letter in a list of a million must not freeze anything.
  for (let step = 1; step <= Math.min(count, 10_000); step++) {
    const at = (active + step) % count
    if (startsWith(at, text)) return { kind: 'go', to: at }
  }
  return undefined
}
