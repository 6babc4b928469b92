import type { Store } from '@playhead/core'
import type { AttachedDevtools, AttachOptions } from './AttachOptions.ts'
import { Devtools } from './Devtools.ts'
import type { DevtoolsParts } from './DevtoolsParts.ts'

/** One for a page, however many copies of this package are in it. */
const KEY = Symbol.for('playhead.devtools')

/** Puts a store into the page's devtools, which begin with the first one. */
export function attachWith(parts: DevtoolsParts, store: Store, options: AttachOptions = {}): AttachedDevtools {
  if (typeof document === 'undefined') return detached
  const page = globalThis as { [KEY]?: Devtools }
  page[KEY] ??= new Devtools(parts, options, () => {
    delete page[KEY]
  })
  return page[KEY].attach(store, options)
}

/** Devtools that are not there. */
export const detached: AttachedDevtools = { open: async () => {}, close() {}, detach() {} }
