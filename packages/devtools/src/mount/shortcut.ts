/** Keys pressed together: `Mod+Shift+Period`. `Mod` is Command on a Mac, Control elsewhere; the last is a `KeyboardEvent.code`. */
export type Shortcut = string

/** A dot with Control and Shift is nothing to any browser, and stands at one place on every keyboard. */
export const defaultShortcut: Shortcut = 'Mod+Shift+Period'

interface Keys {
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly code: string
}

/** Whether these keys, and no others, are pressed. */
export function isPressed(shortcut: Shortcut, keys: Keys, isMac = onMac()): boolean {
  const parts = shortcut.split('+')
  const has = (name: string) => parts.includes(name)
  return (
    keys.code === parts.at(-1) &&
    keys.ctrlKey === (has('Control') || (has('Mod') && !isMac)) &&
    keys.metaKey === (has('Meta') || (has('Mod') && isMac)) &&
    keys.shiftKey === has('Shift') &&
    keys.altKey === has('Alt')
  )
}

/** As written on the keys: `⌘⇧.`, `Ctrl+Shift+.` */
export function shortcutText(shortcut: Shortcut, isMac = onMac()): string {
  const named = isMac ? onMacKeys : onOtherKeys
  return shortcut
    .split('+')
    .map((part) => named[part] ?? printed[part] ?? part.replace(/^(Key|Digit)/, ''))
    .join(isMac ? '' : '+')
}

const onMacKeys: Readonly<Record<string, string>> = { Mod: '⌘', Meta: '⌘', Control: '⌃', Shift: '⇧', Alt: '⌥' }
const onOtherKeys: Readonly<Record<string, string>> = { Mod: 'Ctrl', Control: 'Ctrl', Meta: 'Meta' }
const printed: Readonly<Record<string, string>> = { Period: '.', Comma: ',', Slash: '/', Backquote: '`' }

/** Whether Command is this machine's key for commands. */
export function onMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
}
