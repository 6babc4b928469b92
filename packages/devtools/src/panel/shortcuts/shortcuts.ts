/** What the keyboard can do in the panel, wherever the focus is. */
export type CommandName =
  | 'play'
  | 'stepBack'
  | 'stepForward'
  | 'stepBackFar'
  | 'stepForwardFar'
  | 'first'
  | 'last'
  | 'live'
  | 'slower'
  | 'faster'
  | 'loopIn'
  | 'loopOut'
  | 'loopOff'
  | 'inspector'
  | 'branches'
  | 'sessions'
  | 'health'
  | 'dispatch'
  | 'help'

export interface PanelShortcut {
  readonly command: CommandName
  /** Any of them does it. Each is a `KeyboardEvent.key`, with `Shift+` before it where that is not in the key itself. */
  readonly keys: readonly string[]
  readonly does: string
  readonly group: ShortcutGroup
}

export type ShortcutGroup = 'Play' | 'Move' | 'Loop' | 'Show'

/** The one list that the handler and the sheet read. Keys are those of video players, where they have one. */
export const shortcuts: readonly PanelShortcut[] = [
  { command: 'play', keys: ['Space', 'k'], does: 'Play or pause', group: 'Play' },
  { command: 'slower', keys: ['<'], does: 'Slower', group: 'Play' },
  { command: 'faster', keys: ['>'], does: 'Faster', group: 'Play' },
  { command: 'live', keys: ['n'], does: 'Live: follow the newest record', group: 'Play' },
  { command: 'stepBack', keys: ['ArrowLeft', ','], does: 'One record back', group: 'Move' },
  { command: 'stepForward', keys: ['ArrowRight', '.'], does: 'One record forward', group: 'Move' },
  { command: 'stepBackFar', keys: ['j', 'Shift+ArrowLeft'], does: 'Ten records back', group: 'Move' },
  { command: 'stepForwardFar', keys: ['l', 'Shift+ArrowRight'], does: 'Ten records forward', group: 'Move' },
  { command: 'first', keys: ['Home'], does: 'Before the first record', group: 'Move' },
  { command: 'last', keys: ['End'], does: 'The newest record', group: 'Move' },
  { command: 'loopIn', keys: ['['], does: 'Loop from here', group: 'Loop' },
  { command: 'loopOut', keys: [']'], does: 'Loop to here', group: 'Loop' },
  { command: 'loopOff', keys: ['\\'], does: 'No loop', group: 'Loop' },
  { command: 'inspector', keys: ['i'], does: 'Inspector', group: 'Show' },
  { command: 'branches', keys: ['w'], does: 'What if: branches', group: 'Show' },
  { command: 'sessions', keys: ['s'], does: 'Sessions', group: 'Show' },
  { command: 'dispatch', keys: ['d'], does: 'Dispatch an action', group: 'Show' },
  { command: 'health', keys: ['h'], does: 'Health', group: 'Show' },
  { command: 'help', keys: ['?'], does: 'This list', group: 'Show' },
]

/** As written on the key: `←`, `Shift ←`, `Space`. */
export function keyText(key: string): string {
  return key
    .split('+')
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ')
}

/** The first key of a command, for its tooltip. */
export function shortcutOf(command: CommandName): string {
  const [key = ''] = shortcuts.find((each) => each.command === command)?.keys ?? []
  return keyText(key)
}

const names: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
}
