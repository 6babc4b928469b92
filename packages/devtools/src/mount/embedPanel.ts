import type { Wire } from '../protocol/Wire.ts'
import { clonedWire } from './clonedWire.ts'
import { fillWindow } from './fillWindow.ts'
import type { HostView, PanelHost } from './PanelHost.ts'

/** A panel in an element of another tool: Storybook's manager, an extension. */
export interface EmbeddedPanel {
  /** The theme of what is around it. */
  setTheme(theme: 'light' | 'dark'): void
  /** Takes it away and closes its connection. */
  remove(): void
}

export interface EmbedOptions {
  readonly theme?: 'light' | 'dark'
  /** Address of `@playhead/devtools/panel`, where a content security policy forbids `blob:` scripts. */
  readonly panelUrl?: string
}

/**
 * Shows the panel in an element, in an iframe with a React of its own: whatever runs around it, and with whichever
 * React, is not touched.
 *
 * Rejects with DevtoolsError `devtools/panel-not-loaded`.
 */
export async function embedPanel(
  parent: HTMLElement,
  wire: Wire,
  { theme = 'light', panelUrl }: EmbedOptions = {},
): Promise<EmbeddedPanel> {
  const frame = parent.ownerDocument.createElement('iframe')
  frame.title = 'Playhead devtools'
  frame.style.cssText = 'display: block; inline-size: 100%; block-size: 100%; border: 0'
  frame.srcdoc = '<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body></body></html>'
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  parent.append(frame)
  await loaded
  const target = frame.contentWindow
  if (!target) throw new Error('The frame of the panel was taken out of the page while it was loaded.')
  const host = new EmbeddingHost(theme)
  const panel = await fillWindow(target, {
    wire: betweenRealms(wire, { page: window, frame: target }),
    host,
    panelUrl,
    source: () => import('#panel-source'),
  })
  return {
    setTheme: (next) => host.setTheme(next),
    remove() {
      panel.unmount()
      frame.remove()
    },
  }
}

/**
 * What goes in is made by the built-ins of the frame, what comes out by those of the page: see {@link clonedWire}. Each
 * window's own function is called as its method: which built-ins a bare call takes depends on who began to run.
 */
function betweenRealms(wire: Wire, { page, frame }: { readonly page: Window; readonly frame: Window }): Wire {
  const inwards = clonedWire(wire, (message) => frame.structuredClone(message))
  return { ...inwards, post: (message) => wire.post(page.structuredClone(message)) }
}

/** The tool around it decides where the panel is: it cannot be docked elsewhere from inside. */
class EmbeddingHost implements PanelHost {
  readonly #listeners = new Set<() => void>()
  #view: HostView

  constructor(theme: 'light' | 'dark') {
    this.#view = { place: 'embedded', theme, isCollapsed: false, shortcut: '' }
  }

  get view(): HostView {
    return this.#view
  }

  setTheme(theme: 'light' | 'dark'): void {
    if (theme === this.#view.theme) return
    this.#view = { ...this.#view, theme }
    for (const listener of [...this.#listeners]) listener()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  dock(): void {}
  openWindow(): boolean {
    return false
  }
  collapse(): void {}
  close(): void {}
}
