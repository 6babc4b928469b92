export type { EnhancerOptions, PlayheadExtension } from './adopt/playheadEnhancer.ts'
export { playheadEnhancer, playheadOf } from './adopt/playheadEnhancer.ts'
export type {
  ConnectOptions,
  ExtensionConnection,
  ExtensionMessage,
  ReduxDevtoolsExtension,
} from './devtools/connectReduxDevtools.ts'
export { connectReduxDevtools } from './devtools/connectReduxDevtools.ts'
export { openReduxDevtools } from './devtools/openReduxDevtools.ts'
export type { ReduxDevtoolsFile } from './devtools/readReduxDevtools.ts'
export { readReduxDevtools } from './devtools/readReduxDevtools.ts'
