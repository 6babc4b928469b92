import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { commandFor } from './commandFor.ts'
import { keyText, shortcuts } from './shortcuts.ts'

const pressed = (key: string, more: Partial<KeyboardEvent> = {}) =>
  commandFor({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    defaultPrevented: false,
    target: document.body,
    ...more,
  })

describe('the keys of the panel', () => {
  it.each(shortcuts.flatMap(({ command, keys }) => keys.map((key) => ({ command, key }))))(
    '[FRM-6] $key does what the list says',
    ({ command, key }) => {
      const isShifted = key.startsWith('Shift+')
      const plain = key.replace('Shift+', '').replace('Space', ' ')
      expect(pressed(plain, { shiftKey: isShifted })).toBe(command)
    },
  )

  it('[FRM-6] gives each key to one command', () => {
    const keys = shortcuts.flatMap((each) => each.keys)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('[FRM-6] finds a letter with the capitals locked, and brackets made with AltGr', () => {
    expect(pressed('K')).toBe('play')
    expect(pressed('[', { ctrlKey: true, altKey: true })).toBe('loopIn')
  })

  it('[FRM-6] leaves the browser its own keys, and those that somebody has used', () => {
    expect(pressed('l', { ctrlKey: true })).toBeUndefined()
    expect(pressed('l', { metaKey: true })).toBeUndefined()
    expect(pressed('ArrowLeft', { altKey: true })).toBeUndefined()
    expect(pressed('l', { defaultPrevented: true })).toBeUndefined()
  })

  it('[FRM-6] leaves keys to what has the focus where they mean something to it', () => {
    render(
      <>
        <input aria-label="field" />
        <button type="button">button</button>
        <div role="slider" tabIndex={0} aria-label="slider" aria-valuenow={0} />
        <div role="dialog" aria-label="dialog">
          <button type="button">inside</button>
        </div>
      </>,
    )
    const on = (key: string, target: HTMLElement) => pressed(key, { target })
    expect(on('k', screen.getByLabelText('field'))).toBeUndefined()
    expect(on(' ', screen.getByText('button'))).toBeUndefined()
    expect(on('k', screen.getByText('button'))).toBe('play')
    expect(on('ArrowLeft', screen.getByText('button'))).toBe('stepBack')
    expect(on('ArrowLeft', screen.getByLabelText('slider'))).toBeUndefined()
    expect(on('k', screen.getByText('inside'))).toBeUndefined()
  })

  it('[FRM-6] are written as on the keys', () => {
    expect(['Space', 'k', 'Shift+ArrowLeft', '?'].map(keyText)).toEqual(['Space', 'K', 'Shift ←', '?'])
  })
})
