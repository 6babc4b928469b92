import type { Store } from '@playhead/core'
import { inPageWires } from '../transport/inPageWires.ts'
import type { AttachedDevtools, AttachOptions } from './AttachOptions.ts'
import { clonedWire } from './clonedWire.ts'
import type { DevtoolsParts } from './DevtoolsParts.ts'
import { dockSurface } from './dockSurface.ts'
import { FloatingButton } from './FloatingButton.ts'
import { fillWindow } from './fillWindow.ts'
import { PageAgents } from './PageAgents.ts'
import { PageHost } from './PageHost.ts'
import type { DockPlace } from './PanelHost.ts'
import { firstPlacement, storedPlacement } from './placement.ts'
import type { Surface } from './Surface.ts'
import { defaultShortcut, isPressed, shortcutText } from './shortcut.ts'
import { surfaceCss } from './surfaceCss.ts'
import { windowSurface } from './windowSurface.ts'

/** A panel that is open, and how everything that was begun for it is ended: the last first. */
interface Shown {
  readonly surface: Surface
  readonly leaving: (() => void)[]
}

/**
 * The devtools of a page: one button, one panel and one agent for all its stores.
 *
 *   button, shortcut ──► open ──► surface (dock or window) ◄── the panel's bundle
 *                                     │ wires
 *   attach(store) ──────────────► agent
 *
 * Until it is opened there is a button and a listener; what it takes to show a panel is loaded then.
 */
export class Devtools {
  readonly #options: AttachOptions
  readonly #whenEmpty: () => void
  readonly #parts: DevtoolsParts
  readonly #agents: PageAgents
  readonly #host: PageHost
  readonly #element: HTMLElement
  readonly #shadow: ShadowRoot
  readonly #button: FloatingButton | undefined
  readonly #life = new AbortController()
  #shown: Shown | undefined
  #opening: Promise<void> | undefined

  /** Stays until the last store has left, and then calls `whenEmpty`. `options` are those of the first store. */
  constructor(parts: DevtoolsParts, options: AttachOptions, whenEmpty: () => void) {
    this.#parts = parts
    this.#agents = new PageAgents(parts.agent)
    this.#options = options
    this.#whenEmpty = whenEmpty
    const { shortcut = defaultShortcut, open = false, place = 'bottom', button = true } = options
    const keys = shortcut === false ? '' : shortcutText(shortcut)
    this.#host = new PageHost(placementOnLoad(open, place), keys, {
      move: (to) => this.#move(to),
      close: () => this.close(),
    })

    this.#element = document.createElement('div')
    this.#element.dataset.playheadDevtools = ''
    this.#shadow = this.#element.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(surfaceCss)
    this.#shadow.adoptedStyleSheets = [sheet]
    if (button)
      this.#button = new FloatingButton(this.#shadow, {
        place: this.#host.placement.button,
        shortcut: keys,
        near: () => this.#preload(),
        press: () => this.#openOrTell(),
        moved: (place) => this.#host.place({ button: place }),
      })
    // A script in the head runs before there is a body.
    const parent = document.body ?? document.documentElement
    parent.append(this.#element)

    this.#followHost()
    this.#host.subscribe(() => this.#followHost())
    this.#listenForShortcut(window)
    // A dock stays with its page, which may be shown again as it was.
    const leave = () => this.#host.placement.place === 'window' && this.#hide()
    window.addEventListener('pagehide', leave, { signal: this.#life.signal })
    if (this.#host.placement.isOpen) this.#show(this.#newDock(), { takesFocus: false }).catch(report)
  }

  attach(store: Store, options: AttachOptions): AttachedDevtools {
    const take = this.#agents.add(store, options)
    return {
      open: () => this.open(),
      close: () => this.close(),
      detach: () => {
        take()
        if (this.#agents.isEmpty) this.#end()
      },
    }
  }

  open(): Promise<void> {
    if (this.#shown?.surface.isThere()) {
      this.#shown.surface.focus()
      return this.#opening ?? Promise.resolve()
    }
    this.#hide()
    const { place } = this.#host.placement
    const surface = place === 'window' ? this.#newWindow() : this.#newDock()
    // A window that the browser refuses leaves the dock.
    if (!surface) this.#host.place({ place: 'bottom' })
    return this.#show(surface ?? this.#newDock())
  }

  close(): void {
    const hadFocus = document.activeElement === this.#element
    this.#hide()
    this.#host.place({ isOpen: false })
    if (hadFocus) this.#button?.focus()
  }

  #show(surface: Surface, { takesFocus = true } = {}): Promise<void> {
    const shown: Shown = { surface, leaving: [() => surface.remove()] }
    this.#shown = shown
    this.#host.place({ isOpen: true })
    this.#followHost()
    this.#opening = this.#fill(shown, takesFocus).catch((thrown: unknown) => {
      if (this.#shown === shown) surface.fail(thrown)
      throw thrown
    })
    return this.#opening
  }

  /** Begins to load what a panel takes. What fails now is told when the panel is opened. */
  #preload(): void {
    void this.#agents.load().catch(() => {})
    if (this.#options.panelUrl === undefined) void this.#parts.panel().catch(() => {})
  }

  async #fill(shown: Shown, takesFocus: boolean): Promise<void> {
    this.#preload()
    const [toAgent, toPanel] = inPageWires()
    const [target, agent] = await Promise.all([shown.surface.target, this.#agents.load()])
    const isGone = () => this.#shown !== shown
    if (isGone()) return
    shown.leaving.push(() => toPanel.close(), agent.serve(clonedWire(toPanel)))
    this.#listenForShortcut(target)
    const panel = await fillWindow(target, {
      wire: toAgent,
      host: this.#host,
      panelUrl: this.#options.panelUrl,
      source: this.#parts.panel,
    })
    if (isGone()) return
    shown.leaving.push(() => panel.unmount())
    if (takesFocus) shown.surface.focus()
  }

  #hide(): void {
    const shown = this.#shown
    this.#shown = undefined
    this.#opening = undefined
    for (const leave of shown?.leaving.toReversed() ?? []) leave()
    this.#followHost()
  }

  /** Moves the panel elsewhere. False where the browser refuses the window. */
  #move(place: DockPlace | 'window'): boolean {
    const was = this.#host.placement.place
    if (was === place) return true
    // Opened before the dock goes, and while the press that asked for it counts.
    const own = place === 'window' ? this.#newWindow() : undefined
    if (place === 'window' && !own) return false
    const isSameDock = was !== 'window' && place !== 'window'
    if (!isSameDock) this.#hide()
    this.#host.place({ place, isCollapsed: false })
    if (!isSameDock) this.#show(own ?? this.#newDock()).catch(report)
    return true
  }

  #newDock(): Surface {
    return dockSurface(this.#shadow, this.#host.placement, {
      placed: (change) => this.#host.place(change),
      retry: () => {
        this.#hide()
        this.#openOrTell()
      },
      close: () => this.close(),
    })
  }

  #newWindow(): Surface | undefined {
    const surface: Surface | undefined = windowSurface(() => {
      if (this.#shown?.surface === surface) this.close()
    })
    return surface
  }

  #followHost(): void {
    this.#element.dataset.theme = this.#host.view.theme
    if (this.#button) this.#button.isHidden = this.#shown !== undefined
    this.#shown?.surface.place(this.#host.placement)
  }

  #listenForShortcut(target: Window): void {
    const { shortcut = defaultShortcut } = this.#options
    if (shortcut === false) return
    const toggle = (event: KeyboardEvent) => {
      if (!isPressed(shortcut, event)) return
      event.preventDefault()
      if (this.#shown) this.close()
      else this.#openOrTell()
    }
    target.addEventListener('keydown', toggle, { capture: true, signal: this.#life.signal })
  }

  #openOrTell(): void {
    this.open().catch(report)
  }

  #end(): void {
    this.#hide()
    this.#life.abort()
    this.#host.end()
    this.#element.remove()
    this.#whenEmpty()
  }
}

/** As an earlier visit left it. No browser opens a window without a press: the panel is docked instead. */
function placementOnLoad(open: boolean, place: DockPlace) {
  const stored = storedPlacement({ ...firstPlacement, isOpen: open, place })
  return stored.place === 'window' ? { ...stored, place } : stored
}

const report = (error: unknown) => console.error(error)
