/** Where a panel can be docked in the page that it looks at. */
export type DockPlace = 'bottom' | 'right'

/** What surrounds a panel: the dock of a page, or a window of its own. A panel in an extension has none. */
export interface PanelHost {
  /** The same object until something of it changes. */
  readonly view: HostView
  /** Gives the way to stop it. */
  subscribe(listener: () => void): () => void
  dock(place: DockPlace): void
  /** False where the browser refuses a window: the panel then stays where it is. */
  openWindow(): boolean
  /** Leaves only the head of the panel, or shows all of it again. */
  collapse(isCollapsed: boolean): void
  close(): void
}

export interface HostView {
  /** `embedded` in another tool, which decides where the panel is. */
  readonly place: DockPlace | 'window' | 'embedded'
  /** The theme of the page, which a panel follows that was not told otherwise. */
  readonly theme: 'light' | 'dark'
  readonly isCollapsed: boolean
  /** The keys that open and close the panel, as written on them. */
  readonly shortcut: string
}
