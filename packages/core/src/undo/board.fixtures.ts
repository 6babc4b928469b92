import { action, createActions, createSlice, table } from '../index.ts'

export const board = createActions('board', {
  added: action<{ id: string; title: string }>({ undoable: true }),
  moved: action<{ id: string; to: number }>({ undoable: true }),
  removed: action<{ id: string }>({ undoable: true }),
  opened: action<string>(),
  paid: action<{ id: string; minor: number }>(),
})

export const cards = createSlice(
  'cards',
  { byId: table<string, { title: string; at: number; minor: number }>() },
  (on) => [
    on(board.added, (state, { payload }) => state.byId.set(payload.id, { title: payload.title, at: 0, minor: 0 })),
    on(board.moved, (state, { payload }) => {
      if (state.byId.has(payload.id))
        state.byId.update(payload.id, (card) => {
          card.at = payload.to
        })
    }),
    on(board.removed, (state, { payload }) => state.byId.delete(payload.id)),
    on(board.paid, (state, { payload }) => {
      if (state.byId.has(payload.id))
        state.byId.update(payload.id, (card) => {
          card.minor += payload.minor
        })
    }),
  ],
)
/** Nothing but undoing takes anything from it: it tells which records count, and in which order. */
export const told = createSlice('told', [] as readonly string[], (on) => [
  on([board.added, board.moved, board.removed], (state, { id }) => [...state, id]),
])
export const page = createSlice('page', '', (on) => [on(board.opened, (_, { payload }) => payload)])
