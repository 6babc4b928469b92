export { createHooks } from './createHooks.ts'

export type {
  BoundActions,
  CreatorGroup,
  Hooks,
  StoreProviderProps,
  TimelineHandle,
  UndoHandle,
  UseActions,
  UseDispatch,
  UseSelector,
  UseStream,
  UseTimeline,
  UseUndo,
} from './Hooks.ts'
