import type { DockPlace, HostView, PanelHost } from './PanelHost.ts'
import { pageTheme, watchPageTheme } from './pageTheme.ts'
import type { Placement } from './placement.ts'
import { storePlacement } from './placement.ts'

/** What a page does for the panel in it. */
interface PageHostActions {
  move(to: DockPlace | 'window'): boolean
  close(): void
}

/** Where the panel of this page is, kept for the next visit; as the panel itself sees it. */
export class PageHost implements PanelHost {
  readonly #actions: PageHostActions
  readonly #shortcut: string
  readonly #listeners = new Set<() => void>()
  readonly #stopTheme: () => void
  #placement: Placement
  #view: HostView

  constructor(placement: Placement, shortcut: string, actions: PageHostActions) {
    this.#placement = placement
    this.#shortcut = shortcut
    this.#actions = actions
    this.#view = this.#viewNow()
    this.#stopTheme = watchPageTheme(document, () => this.#tell())
  }

  get placement(): Placement {
    return this.#placement
  }

  get view(): HostView {
    return this.#view
  }

  place(change: Partial<Placement>): void {
    this.#placement = { ...this.#placement, ...change }
    storePlacement(this.#placement)
    this.#tell()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  dock(place: DockPlace): void {
    this.#actions.move(place)
  }

  openWindow(): boolean {
    return this.#actions.move('window')
  }

  collapse(isCollapsed: boolean): void {
    this.place({ isCollapsed })
  }

  close(): void {
    this.#actions.close()
  }

  end(): void {
    this.#stopTheme()
    this.#listeners.clear()
  }

  #tell(): void {
    const view = this.#viewNow()
    if (
      view.place === this.#view.place &&
      view.theme === this.#view.theme &&
      view.isCollapsed === this.#view.isCollapsed
    )
      return
    this.#view = view
    for (const listener of [...this.#listeners]) listener()
  }

  #viewNow(): HostView {
    const { place, isCollapsed } = this.#placement
    return { place, isCollapsed, theme: pageTheme(document), shortcut: this.#shortcut }
  }
}
