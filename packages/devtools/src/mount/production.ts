/** `@playhead/devtools/production`: devtools that stay in production bundles, for those who want them there. */
export type { AttachedDevtools, AttachOptions } from './AttachOptions.ts'
export { attachDevtools } from './attachAlways.ts'
