import type { KeyboardEvent } from 'react'

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/** Where keys begin. */
export interface LinesInView {
  /** The line that has the keys; without one they begin with what is in view. */
  readonly from: number | undefined
  readonly lines: number
  /** The first line in view, and how many there are. */
  readonly first: number
  readonly page: number
}

/** The line that a key leads to; `undefined` for keys that lead nowhere. Lines end at both ends. */
export function destination(
  { key, altKey, ctrlKey, metaKey, shiftKey }: Pressed,
  { from, lines, first, page }: LinesInView,
): number | undefined {
  if (altKey || ctrlKey || metaKey || shiftKey) return undefined
  const within = (index: number) => Math.min(lines - 1, Math.max(0, index))
  switch (key) {
    case 'ArrowDown':
      return within(from === undefined ? first : from + 1)
    case 'ArrowUp':
      return within(from === undefined ? first + page - 1 : from - 1)
    case 'PageDown':
      return within((from ?? first) + page)
    case 'PageUp':
      return within((from ?? first) - page)
    case 'Home':
      return 0
    case 'End':
      return lines - 1
    default:
      return undefined
  }
}

/** Whether a key unfolds a run that is folded, or folds one that is not. */
export const togglesRun = ({ key }: Pressed, isUnfolded: boolean): boolean =>
  key === (isUnfolded ? 'ArrowLeft' : 'ArrowRight')

/** The key that opens menus, and what keyboards without it have. */
export const isMenuKey = ({ key, shiftKey }: Pressed): boolean => key === 'ContextMenu' || (shiftKey && key === 'F10')
