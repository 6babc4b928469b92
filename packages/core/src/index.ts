// Actions

export type { Action, DeferredAction, Dispatch, Dispatchable, Dispatched, PrepareContext } from './action/Action.ts'
export type {
  ActionCreator,
  ActionGroup,
  CreatorBase,
  PayloadArgs,
  PreparedActionCreator,
} from './action/ActionCreator.ts'
export type { ActionInfo } from './action/ActionInfo.ts'
export { createActions } from './action/createActions.ts'
export type { ActionDefinition, ActionOptions, AnyDefinition, PreparedDefinition } from './action/definition.ts'
export { action, prepared } from './action/definition.ts'
export type { StandardIssue, StandardResult, StandardSchema } from './action/StandardSchema.ts'
export type { FoldedRecord, ForeignCreator, RecordOf, Trigger } from './action/Trigger.ts'

// Data and drafts

export { castDraft } from './data/castDraft.ts'
export type { Draft, Drafted } from './data/Draft.ts'
export type { Frozen, Immutable } from './data/Immutable.ts'
export type { NotStorable } from './data/NotStorable.ts'
export type { Storable } from './data/Storable.ts'

// The codec

export { decode } from './codec/decode.ts'
export { encode } from './codec/encode.ts'
export type { JsonValue } from './codec/JsonValue.ts'
export { parse } from './codec/parse.ts'
export { sameValue } from './codec/sameValue.ts'
export { stateHash } from './codec/stateHash.ts'
export { stringify } from './codec/stringify.ts'

// Tables

export { table } from './table/createTable.ts'
export type { Table } from './table/Table.ts'
export type { TableChange } from './table/TableChange.ts'
export type { TableDraft } from './table/TableDraft.ts'
export type { TableKey } from './table/TableKey.ts'
export type { TableLike } from './table/TableLike.ts'
export type { TableOptions } from './table/TableOptions.ts'

// Slices

export type { SliceOptions } from './slice/createSlice.ts'
export { createSlice } from './slice/createSlice.ts'
export { fromReducer } from './slice/fromReducer.ts'
export type { Case, On } from './slice/on.ts'
export type { AnySlice, Slice, StateOf } from './slice/Slice.ts'

// Selectors

export { createSelector } from './selector/createSelector.ts'
export type { FamilyKey } from './selector/createSelectorFamily.ts'
export { createSelectorFamily } from './selector/createSelectorFamily.ts'
export type { Selector, SelectorOptions, ValueOf, ValuesOf } from './selector/Selector.ts'

// The event log

export type { CreateRecordsOptions, TimedAction } from './log/createRecords.ts'
export { createRecords } from './log/createRecords.ts'
export type { EventLog, LogReader } from './log/EventLog.ts'
export type { LogRecord, PlacedRecord } from './log/LogRecord.ts'
export type { MemoryLogOptions } from './log/memoryLog.ts'
export { memoryLog } from './log/memoryLog.ts'
export type { Offset } from './log/Offset.ts'
export { place } from './log/place.ts'
export type { RecordId } from './log/RecordId.ts'

// The store and its timeline

export { createStore } from './store/createStore.ts'
export type { Clock, Random } from './store/ports.ts'
export type { StateSource, Store, View } from './store/Store.ts'
export type { ParkedPolicy, StoreOptions } from './store/StoreOptions.ts'
export type { Place, Playhead } from './timeline/Playhead.ts'
export type { ForkOptions, Timeline } from './timeline/Timeline.ts'

// Streams

export { fromStream } from './stream/fromStream.ts'
export type { Connection, StreamSource } from './stream/StreamSource.ts'

// Errors

export type { ErrorCode } from './error/PlayheadError.ts'
export { PlayheadError } from './error/PlayheadError.ts'
