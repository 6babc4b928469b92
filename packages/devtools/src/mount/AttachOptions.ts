import type { DockPlace } from './PanelHost.ts'
import type { Shortcut } from './shortcut.ts'

export interface AttachOptions {
  /** What the panel calls the store. Default: `store`, and `store 2`, … for others. */
  readonly name?: string
  /** What a test that the panel writes imports the store's parts from: `'./store'`. */
  readonly testImport?: string
  /** Whether the panel is open on the first visit; afterwards it is as it was left. Default: false. */
  readonly open?: boolean
  /** Where the panel is docked on the first visit. Default: `'bottom'`. */
  readonly place?: DockPlace
  /** Opens and closes the panel; `false` for none. Default: `'Mod+Shift+Period'`. */
  readonly shortcut?: Shortcut | false
  /** A small button at the edge of the window that opens the panel. Default: true. */
  readonly button?: boolean
  /**
   * Where the file `@playhead/devtools/panel` is served from, for pages whose content security policy forbids scripts
   * from `blob:`. Default: the panel comes with your bundle, in a chunk of its own.
   */
  readonly panelUrl?: string
}

/** Devtools on a store. */
export interface AttachedDevtools {
  /** Opens the panel. Rejects with `devtools/panel-not-loaded` and with what kept it from being shown. */
  open(): Promise<void>
  close(): void
  /** Takes the store out of the panel; with the last one, the panel and its button leave the page. */
  detach(): void
}
