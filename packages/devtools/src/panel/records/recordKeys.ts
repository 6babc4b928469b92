import type { KeyboardEvent } from 'react'
import type { RecordCommand } from './RecordMenu.tsx'

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/** What a key does with the active record; `undefined` for keys of others. The menu shows the same keys. */
export function commandOfKey({ key, altKey, ctrlKey, metaKey, shiftKey }: Pressed): RecordCommand | undefined {
  if (altKey && !ctrlKey && !metaKey && !shiftKey) return WITH_ALT[key]
  if ((ctrlKey || metaKey) && !altKey && !shiftKey) return key.toLowerCase() === 'c' ? 'copy' : undefined
  return altKey || ctrlKey || metaKey || shiftKey ? undefined : PLAIN[key.toLowerCase()]
}

const WITH_ALT: { readonly [key: string]: RecordCommand } = { ArrowUp: 'moveUp', ArrowDown: 'moveDown' }
const PLAIN: { readonly [key: string]: RecordCommand } = {
  a: 'insert',
  b: 'bookmark',
  c: 'mark',
  delete: 'skip',
  e: 'edit',
  x: 'hideType',
}
