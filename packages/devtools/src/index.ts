// The app's end

export type { Agent, AgentOptions } from './agent/createAgent.ts'
export { createAgent } from './agent/createAgent.ts'
export type { AgentTime } from './agent/work/AgentTime.ts'

// In the app

export type { AttachedDevtools, AttachOptions } from './mount/AttachOptions.ts'
export { attachDevtools } from './mount/attachInDevelopment.ts'
export type { DockPlace, HostView, PanelHost } from './mount/PanelHost.ts'

// The protocol, by the end that speaks it

export type { AgentConnection, FeedListener } from './protocol/connectPanel.ts'
export { AgentError, connectPanel } from './protocol/connectPanel.ts'
export type { CallHandlers, FeedHandlers, FeedOut } from './protocol/serveAgent.ts'
export { serveAgent } from './protocol/serveAgent.ts'

// What is said

export type {
  BlameHit,
  BranchEdit,
  Calls,
  CauseGraph,
  CauseNode,
  ChangesView,
  ChangeView,
  Feeds,
  ListProgress,
  RecordMark,
  SessionReport,
  TimingView,
  TrackBy,
  TrackDensity,
} from './protocol/calls.ts'
export { PROTOCOL } from './protocol/calls.ts'
export type { FromAgent, FromPanel, Refusal } from './protocol/messages.ts'
export type { ErrorView, RunView, StoreHealth, StoreOverview } from './protocol/overview.ts'
export type { Preview, PreviewEntry } from './protocol/Preview.ts'
export type { RecordFilter, RecordRow } from './protocol/rows.ts'
export type { ValueOf, ValueRef } from './protocol/values.ts'

// What carries it

export type { Wire } from './protocol/Wire.ts'
export { inPageWires } from './transport/inPageWires.ts'
export type { Port } from './transport/portWire.ts'
export { portWire } from './transport/portWire.ts'
