export { createHooks } from './createHooks.ts'

export type {
  BoundActions,
  CreatorGroup,
  Hooks,
  StoreProviderProps,
  TimelineHandle,
  UseActions,
  UseDispatch,
  UseSelector,
  UseStream,
  UseTimeline,
} from './Hooks.ts'
