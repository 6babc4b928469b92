import { action, createActions, createSlice, createStore } from '@playhead/core'
import { act } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { createHooks } from './createHooks.ts'
import { eachOnAnEmptyPage, mount } from './page.fixtures.tsx'

eachOnAnEmptyPage()

const notes = createActions('undoNotes', { wrote: action<string>({ undoable: true }), read: action() })
const text = createSlice('text', [] as readonly string[], (on) => [
  on(notes.wrote, (state, { payload }) => [...state, payload]),
])

function page() {
  const store = createStore({ slices: [text] })
  const hooks = createHooks(store)
  let renders = 0
  let undo!: ReturnType<typeof hooks.useUndo>
  function Buttons() {
    undo = hooks.useUndo()
    renders++
    return (
      <>
        {undo.undoStep?.label ?? 'nothing'}/{undo.redoStep?.label ?? 'nothing'} {String(undo.canUndo)}{' '}
        {String(undo.canRedo)}
      </>
    )
  }
  return { store, hooks, Buttons, undo: () => undo, renders: () => renders }
}

describe('useUndo', () => {
  it('[RCT-18] undoes and redoes, and shows what it would', () => {
    const { store, Buttons, undo } = page()
    const mounted = mount(<Buttons />)
    const shown = [mounted.text]
    const first = undo()
    act(() => void store.group('Write').dispatch([notes.wrote('a'), notes.wrote('b')]))
    shown.push(mounted.text)
    act(() => undo().undo())
    shown.push(mounted.text)
    expect(store.get(text)).toEqual([])
    act(() => undo().redo())
    shown.push(mounted.text)
    expect(store.get(text)).toEqual(['a', 'b'])
    expect(shown).toEqual([
      'nothing/nothing false false',
      'Write/nothing true false',
      'nothing/Write false true',
      'Write/nothing true false',
    ])
    expect(undo().undo).toBe(first.undo)
    expect(undo().redo).toBe(first.redo)
  })

  it('[RCT-18] renders again only when what it shows has changed', () => {
    const { store, Buttons, renders } = page()
    mount(<Buttons />)
    act(() => void store.dispatch(notes.wrote('a')))
    const before = renders()
    act(() => void store.dispatch(notes.read()))
    expect(renders()).toBe(before)
  })

  it('[RCT-18] can do nothing on a server', () => {
    const { store, hooks, Buttons } = page()
    store.dispatch(notes.wrote('a'))
    const html = renderToString(
      <hooks.StoreProvider store={store}>
        <Buttons />
      </hooks.StoreProvider>,
    )
    expect(html.replaceAll('<!-- -->', '')).toBe('nothing/nothing false false')
  })
})
