import type { Wire } from '../protocol/Wire.ts'
import type { PanelHost } from './PanelHost.ts'

export interface PanelOptions {
  /** What surrounds the panel. Without it, the panel offers neither docking nor closing, and takes the system's theme. */
  readonly host?: PanelHost
}

/** A panel in a document. */
export interface MountedPanel {
  /** Takes it out of the document and closes its connection. */
  unmount(): void
}

/**
 * Shows a panel that speaks over `wire` in an element of this document. The document should be the panel's own, an
 * iframe or a window: its styles reach the root element.
 */
export type MountPanel = (container: HTMLElement, wire: Wire, options?: PanelOptions) => MountedPanel
