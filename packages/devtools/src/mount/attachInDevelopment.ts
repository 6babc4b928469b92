import type { Store } from '@playhead/core'
import type { AttachedDevtools, AttachOptions } from './AttachOptions.ts'
import { attachWith, detached } from './attachWith.ts'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

/**
 * Puts a store into the page's devtools: a small button, and a shortcut, that open the panel.
 *
 * Until then it costs nothing: the panel and the agent that answers it are loaded when it is opened for the first time.
 * Several stores share one panel; how it is shown is up to the first one's options. Where there is no page, on a
 * server, it does nothing. Bundlers that build for production leave nothing of it but an empty function:
 * `@playhead/devtools/production` stays.
 */
export const attachDevtools: (store: Store, options?: AttachOptions) => AttachedDevtools =
  process.env.NODE_ENV === 'production'
    ? () => detached
    : (store, options) =>
        attachWith(
          { agent: () => import('../agent/createAgent.ts'), panel: () => import('#panel-source') },
          store,
          options,
        )
