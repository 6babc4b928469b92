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
export type { DerivedTable } from './table/DerivedTable.ts'
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

export type { AggregateOptions, GroupedAggregateOptions } from './selector/createAggregate.ts'
export { createAggregate } from './selector/createAggregate.ts'
export type { DerivedTableOptions } from './selector/createDerivedTable.ts'
export { createDerivedTable } from './selector/createDerivedTable.ts'
export { createSelector } from './selector/createSelector.ts'
export type { FamilyKey } from './selector/createSelectorFamily.ts'
export { createSelectorFamily } from './selector/createSelectorFamily.ts'
export type { Selector, SelectorOptions, ValueOf, ValuesOf } from './selector/Selector.ts'

// The event log

export { logCheckpoints } from './checkpoint/logCheckpoints.ts'
export type { PackLogOptions } from './checkpoint/packLog.ts'
export { packLog } from './checkpoint/packLog.ts'
export type { CheckpointedLog, OpenedLog } from './log/CheckpointedLog.ts'
export type {
  Blocks,
  CheckpointEntry,
  CheckpointStorage,
  MaybePromise,
  StoredCheckpoint,
} from './log/CheckpointStorage.ts'
export type { CreateRecordsOptions, TimedAction } from './log/createRecords.ts'
export { createRecords } from './log/createRecords.ts'
export type { EventLog, LogReader } from './log/EventLog.ts'
export type { LogCheckpoints } from './log/LogCheckpoints.ts'
export type { LogRecord, PlacedRecord } from './log/LogRecord.ts'
export type { MemoryLogOptions } from './log/memoryLog.ts'
export { memoryLog } from './log/memoryLog.ts'
export type { Offset } from './log/Offset.ts'
export type { PackedLog } from './log/packedLog.ts'
export { packedLog } from './log/packedLog.ts'
export { place } from './log/place.ts'
export type { RecordId } from './log/RecordId.ts'
export { packSegment } from './pack/packSegment.ts'
export { unpackSegment } from './pack/unpackSegment.ts'

// The store and its timeline

export { createStore } from './store/createStore.ts'
export type { Clock, Random } from './store/ports.ts'
export type { Added, StateSource, Store, View } from './store/Store.ts'
export type { ParkedPolicy, StoreOptions } from './store/StoreOptions.ts'
export type { Blame, SearchOptions } from './timeline/Blame.ts'
export type { ForkOptions, Replacement } from './timeline/ForkOptions.ts'
export type { Origin } from './timeline/Origin.ts'
export type { Place, Playhead } from './timeline/Playhead.ts'
export type { PlayFromOptions, PlayOptions, PlayRange } from './timeline/PlayOptions.ts'
export type { DiffOptions, Path, StateChange } from './timeline/StateChange.ts'
export type { Timeline } from './timeline/Timeline.ts'
export type { Meter } from './work/Meter.ts'
export type { Progress } from './work/Progress.ts'

// Effects

export { createEffect } from './effect/createEffect.ts'
export { createStreamEffect } from './effect/createStreamEffect.ts'
export type { AnyEffect, DepsOf, Effect } from './effect/Effect.ts'
export type { Dependencies, EffectContext, Needs } from './effect/EffectContext.ts'
export type {
  ActionOf,
  CancelOn,
  EffectDefinition,
  EffectResult,
  Emission,
  Flatten,
  KeyedCancel,
} from './effect/EffectDefinition.ts'
export type { EpicState } from './effect/fromEpic.ts'
export { fromEpic } from './effect/fromEpic.ts'
export type { Run, RunChange, RunStatus } from './effect/Run.ts'

// Undo

export type { Undoable, UndoGroup, UndoStep, UndoTarget } from './undo/UndoStep.ts'
export type { Voided } from './undo/voided.ts'
export { voided } from './undo/voided.ts'

// Streams

export type {
  EmitterLike,
  EventEmitting,
  EventTargetLike,
  ListenOptions,
  UntypedEventTarget,
} from './stream/fromEvents.ts'
export { fromEvents } from './stream/fromEvents.ts'
export { fromStream } from './stream/fromStream.ts'
export type { Connection, StreamSource } from './stream/StreamSource.ts'

// Topics

export type { TopicPattern } from './topic/topic.ts'
export { topic } from './topic/topic.ts'
export type { TopicWord } from './topic/topicOf.ts'

// Session files

export type { ExportOptions } from './session/exportSession.ts'
export { exportSession, sessionText } from './session/exportSession.ts'
export type { ImportedType, ImportReport } from './session/ImportReport.ts'
export { importSession } from './session/importSession.ts'
export type { OpenedSession, SessionStoreOptions, SliceDifference } from './session/openSession.ts'
export { openSession } from './session/openSession.ts'
export type { Session, SessionHash, SessionHeader, SessionProblem, SessionRun } from './session/Session.ts'

// Error reports

export type { ErrorReport, Recorder, RecorderOptions } from './report/recorder.ts'
export { recorder } from './report/recorder.ts'
export type { ReportedError } from './report/reportedError.ts'

// Errors

export type { ErrorCode } from './error/PlayheadError.ts'
export { PlayheadError } from './error/PlayheadError.ts'
