import type { Store } from '@playhead/core'
import type { AttachedDevtools, AttachOptions } from './AttachOptions.ts'
import { attachWith } from './attachWith.ts'

/** As `attachDevtools` of `@playhead/devtools`, and it stays in production bundles. */
export const attachDevtools = (store: Store, options?: AttachOptions): AttachedDevtools =>
  attachWith({ agent: () => import('../agent/createAgent.ts'), panel: () => import('#panel-source') }, store, options)
