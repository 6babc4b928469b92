import type { CommandName } from './shortcuts.ts'
import { shortcuts } from './shortcuts.ts'

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'defaultPrevented' | 'target'
>

/**
 * The command of a key that is pressed. None where somebody writes, where a dialog or a menu is open, and for keys that
 * mean something to what has the focus: arrows in a list, Space on a button.
 */
export function commandFor(event: Pressed): CommandName | undefined {
  if (event.defaultPrevented || event.metaKey) return undefined
  // Some keyboards make brackets with AltGr, which says Control and Alt.
  if (event.ctrlKey !== event.altKey) return undefined
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key
  const named = event.shiftKey && event.key.length > 1 ? `Shift+${key}` : key
  if (event.target instanceof Element && isTakenBy(event.target, key)) return undefined
  return shortcuts.find(({ keys }) => keys.includes(named))?.command
}

function isTakenBy(target: Element, key: string): boolean {
  if (target.closest('input, textarea, select, [contenteditable], [role=textbox], [role=searchbox], [role=combobox]')) {
    return true
  }
  if (target.closest('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]')) return true
  if (key === 'Space')
    return (
      target.closest('button, a, summary, [role=button], [role=checkbox], [role=switch], [role=option], [role=row]') !==
      null
    )
  if (key.startsWith('Arrow') || key === 'Home' || key === 'End') return target.closest(OWN_ARROWS) !== null
  return false
}

const OWN_ARROWS =
  '[role=grid], [role=treegrid], [role=tree], [role=slider], [role=separator], [role=tablist], [role=radiogroup], [role=toolbar], [role=application], [data-own-keys]'
