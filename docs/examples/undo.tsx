import { action, createActions, createEffect, createSlice, createStore, table, voided } from '@playhead/core'
import { createHooks } from '@playhead/react'

interface Card {
  readonly id: string
  readonly title: string
  readonly column: number
}

// #region actions
const board = createActions('board', {
  added: action<{ id: string; title: string }>({ undoable: true }),
  moved: action<{ id: string; column: number }>({ undoable: true }),
  opened: action<{ id: string }>(), // looking is nothing to undo
  invoiced: action<{ id: string; minor: number }>(), // reversed by another entry, never undone
})
// #endregion

const cards = createSlice('cards', { byId: table<string, Card>(), open: '' }, (on) => [
  on(board.added, (state, { payload }) => state.byId.set(payload.id, { ...payload, column: 0 })),
  on(board.moved, (state, { payload: { id, column } }) => {
    const card = state.byId.get(id)
    if (card) state.byId.set(id, { ...card, column })
  }),
  on(board.opened, (state, { payload }) => {
    state.open = payload.id
  }),
])

const removed: string[] = []
// #region effect
const takeBack = createEffect('takeBack', {
  on: voided,
  flatten: 'concat',
  run: ({ payload }) => {
    for (const id of payload.ids) removed.push(id) // tell whoever was told of these records
    return []
  },
  failed: (_, { payload }) => board.opened({ id: payload.ids.join() }),
})
// #endregion

const store = createStore({ slices: [cards], effects: [takeBack], actor: 'ann' })

// #region undo
store.dispatch(board.added({ id: 'a', title: 'Write the guide' }))
store.dispatch(board.moved({ id: 'a', column: 2 }))
store.undo() // the card is back in its first column
store.redo()
// #endregion

// #region group
const drag = store.group('Move the card')
drag.dispatch(board.moved({ id: 'a', column: 1 }))
drag.dispatch(board.moved({ id: 'a', column: 0 }))
store.undo() // both
// #endregion

// #region target
store.redo({ group: drag }) // a group, whatever came after it
store.undo({ actor: 'bob' }) // the last step of somebody else; nothing where there is none
const first = store.recordAt(0)
if (first) store.undo({ ids: [first.id] }) // certain records
// #endregion

// #region hook
const { useUndo } = createHooks(store)

export function UndoButtons() {
  const { undo, redo, canUndo, canRedo, undoStep, redoStep } = useUndo()
  return (
    <>
      <button type="button" disabled={!canUndo} onClick={undo}>
        Undo {undoStep?.label}
      </button>
      <button type="button" disabled={!canRedo} onClick={redo}>
        Redo {redoStep?.label}
      </button>
    </>
  )
}
// #endregion
