import { describe, expect, it } from 'vitest'
import { defaultShortcut, isPressed, shortcutText } from './shortcut.ts'

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, code: 'KeyA' }

describe('the shortcut of the panel', () => {
  it('[MNT-2] is Control, Shift and the dot, and Command, Shift and the dot on a Mac', () => {
    const dot = { ...none, shiftKey: true, code: 'Period' }
    expect(isPressed(defaultShortcut, { ...dot, ctrlKey: true }, false)).toBe(true)
    expect(isPressed(defaultShortcut, { ...dot, metaKey: true }, true)).toBe(true)
    expect(isPressed(defaultShortcut, { ...dot, metaKey: true }, false)).toBe(false)
    expect(isPressed(defaultShortcut, { ...dot, ctrlKey: true }, true)).toBe(false)
  })

  it.each([
    { ctrlKey: true, code: 'Period' },
    { ctrlKey: true, shiftKey: true, altKey: true, code: 'Period' },
    { ctrlKey: true, shiftKey: true, code: 'Comma' },
    { shiftKey: true, code: 'Period' },
  ])('[MNT-2] is not pressed with other keys, or with more or fewer of them: %o', (keys) => {
    expect(isPressed(defaultShortcut, { ...none, ...keys }, false)).toBe(false)
  })

  it('[MNT-2] is written as on the keys', () => {
    expect(shortcutText(defaultShortcut, false)).toBe('Ctrl+Shift+.')
    expect(shortcutText(defaultShortcut, true)).toBe('⌘⇧.')
    expect(shortcutText('Alt+KeyD', false)).toBe('Alt+D')
  })
})
