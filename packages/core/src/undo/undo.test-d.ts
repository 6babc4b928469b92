import { expectTypeOf } from 'expect-type'
import type { Observable } from 'rxjs'
import type { Action, LogRecord, RecordId, Store, Undoable, UndoStep, Voided } from '../index.ts'
import { action, createActions, createEffect, voided } from '../index.ts'

declare const store: Store
declare const id: RecordId

expectTypeOf(store.undo()).toEqualTypeOf<Action<'playhead/voided', Voided> | undefined>()
expectTypeOf(store.redo()).toEqualTypeOf<Action<'playhead/voided', Voided> | undefined>()
expectTypeOf(store.undoable).toEqualTypeOf<Undoable>()
expectTypeOf(store.undoable$).toEqualTypeOf<Observable<Undoable>>()
expectTypeOf(store.undoable.undo).toEqualTypeOf<UndoStep | undefined>()

const notes = createActions('notes', { wrote: action<string>({ undoable: true }) })
const group = store.group('Write')
expectTypeOf(group.dispatch(notes.wrote('a'))).toEqualTypeOf<Action<'notes/wrote', string>>()

store.undo({ ids: [id] })
store.undo({ group })
store.undo({ group: group.id })
store.redo({ actor: 'ann' })
store.undo({ actor: undefined })
// @ts-expect-error a record id is made by a store
store.undo({ ids: ['c.1'] })
// @ts-expect-error an event is no target: `onClick={store.undo}` would pass one
store.undo({ target: {} })
// @ts-expect-error a creator that was not called
group.dispatch(notes.wrote)

declare const record: LogRecord
if (voided.match(record)) expectTypeOf(record.payload).toEqualTypeOf<Voided>()
createEffect('takeBack', {
  on: voided,
  flatten: 'concat',
  run: ({ payload }) => {
    expectTypeOf(payload.ids).toEqualTypeOf<readonly RecordId[]>()
    return []
  },
  failed: () => notes.wrote('failed'),
})
