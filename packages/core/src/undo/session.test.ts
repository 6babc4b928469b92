import { describe, expect, it } from 'vitest'
import { createStore, importSession, openSession, sessionText } from '../index.ts'
import { board, cards, page, told } from './board.fixtures.ts'

const slices = [cards, told, page] as const
const add = (id: string) => board.added({ id, title: id })

describe('a session with undone records', () => {
  it('[UND-1] comes to the same state, whole, in part, and redacted', () => {
    const store = createStore({ slices })
    store.dispatch([add('a'), add('b'), board.opened('x'), add('c')])
    store.undo()
    store.undo()
    store.dispatch(board.opened('y'))
    store.redo()
    const { head } = store.timeline.playhead
    for (let from = 0; from <= head + 1; from++) {
      for (const redact of [{}, { 'board/added': ['payload.title'] }]) {
        const session = importSession(sessionText(store, { from, redact }))
        expect([from, redact, session.report.problems, openSession(session, { slices }).state]).toEqual([
          from,
          redact,
          [],
          'same',
        ])
      }
    }
  })

  it('[UND-1] begins where something in it reaches back to', () => {
    const store = createStore({ slices })
    store.dispatch([add('a'), add('b'), board.opened('x')])
    store.undo()
    store.redo()
    const from = (asked: number) => importSession(sessionText(store, { from: asked })).header?.from
    expect([0, 1, 2, 3, 4, 5].map(from)).toEqual([0, 1, 1, 1, 1, 5])
  })
})
