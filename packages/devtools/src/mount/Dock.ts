import { onDrag } from './dragging.ts'
import type { DockPlace } from './PanelHost.ts'

/** What a dock tells. */
interface DockListener {
  /** As a part of the window: after a drag, and after each key. */
  resized(size: number): void
  collapsed(isCollapsed: boolean): void
}

interface DockShape {
  readonly place: DockPlace
  readonly size: number
  readonly isCollapsed: boolean
}

/**
 * The part of the page's window that a docked panel has: an iframe, and a separator to resize it by. The page is pushed
 * aside: its root element is padded, and the properties `--playhead-devtools-bottom` and `-right` tell styles that hold
 * on to the window's edges how much of it is taken.
 */
export class Dock {
  readonly #element: HTMLElement
  readonly #separator: HTMLElement
  readonly #listener: DockListener
  readonly #page: PageEdges
  #shape: DockShape
  #window = new AbortController()

  constructor(parent: ShadowRoot, shape: DockShape, listener: DockListener) {
    const page = parent.ownerDocument
    this.#shape = shape
    this.#listener = listener
    this.#page = new PageEdges(page.documentElement)
    this.#element = page.createElement('section')
    this.#element.setAttribute('aria-label', 'Playhead devtools')
    this.#separator = page.createElement('div')
    this.#separator.className = 'separator'
    this.#separator.tabIndex = 0
    this.#separator.setAttribute('role', 'separator')
    this.#separator.setAttribute('aria-label', 'Size of the devtools')
    this.#element.append(this.#separator)
    parent.append(this.#element)
    this.#listen()
    this.#draw()
  }

  /** A blank document of this origin, in an iframe. */
  async openFrame(): Promise<Window> {
    const frame = this.#element.ownerDocument.createElement('iframe')
    frame.className = 'frame'
    frame.title = 'Playhead devtools'
    frame.srcdoc = '<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body></body></html>'
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
    this.#element.append(frame)
    await loaded
    if (!frame.contentWindow)
      throw new Error('The frame of the devtools was taken out of the page while it was loaded.')
    return frame.contentWindow
  }

  /** Says why there is no panel, and what can be done. */
  showFailure(failure: { readonly message: string; readonly retry: () => void; readonly close: () => void }): void {
    this.#element.querySelector('iframe')?.remove()
    const page = this.#element.ownerDocument
    const box = page.createElement('div')
    box.className = 'failure'
    box.setAttribute('role', 'alert')
    const title = page.createElement('h2')
    title.textContent = 'The panel could not be opened'
    const text = page.createElement('p')
    text.textContent = failure.message
    box.append(title, text)
    for (const [label, press] of [
      ['Try again', failure.retry],
      ['Close', failure.close],
    ] as const) {
      const button = page.createElement('button')
      button.textContent = label
      button.addEventListener('click', press)
      box.append(button)
    }
    this.#element.append(box)
  }

  shape(shape: DockShape): void {
    this.#shape = shape
    this.#draw()
  }

  remove(): void {
    this.#window.abort()
    this.#page.giveBack()
    this.#element.remove()
  }

  #listen(): void {
    let grabbed = 0
    onDrag(this.#separator, {
      start: () => {
        grabbed = this.#px
        this.#separator.classList.add('dragged')
      },
      move: (event, from) => {
        const by = this.#shape.place === 'bottom' ? from.y - event.clientY : from.x - event.clientX
        this.#resize((grabbed + by) / this.#whole)
      },
      end: (_event, isMoved) => {
        this.#separator.classList.remove('dragged')
        if (isMoved) this.#listener.resized(this.#shape.size)
      },
    })
    this.#separator.addEventListener('dblclick', () => this.#listener.collapsed(!this.#shape.isCollapsed))
    this.#separator.addEventListener('keydown', (event) => this.#key(event))
    window.addEventListener('resize', () => this.#draw(), { signal: this.#window.signal })
  }

  /** As the window splitter of the ARIA Authoring Practices. */
  #key(event: KeyboardEvent): void {
    const { place, size } = this.#shape
    const [grow, shrink] = place === 'bottom' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight']
    const to = { [grow]: size + STEP, [shrink]: size - STEP, Home: 0, End: 1 }[event.key]
    if (event.key === 'Enter') this.#listener.collapsed(!this.#shape.isCollapsed)
    else if (to !== undefined) {
      this.#resize(to)
      this.#listener.resized(this.#shape.size)
    } else return
    event.preventDefault()
  }

  #resize(size: number): void {
    const whole = this.#whole
    const px = Math.min(
      Math.max(size * whole, LEAST_PX[this.#shape.place]),
      Math.max(whole - KEPT_PX, LEAST_PX[this.#shape.place]),
    )
    this.#shape = { ...this.#shape, size: Math.min(px / whole, 1), isCollapsed: false }
    this.#draw()
  }

  #draw(): void {
    const { place, size } = this.#shape
    this.#element.className = `dock ${place}`
    this.#element.style.setProperty('--size', `${this.#px}px`)
    this.#separator.setAttribute('aria-orientation', place === 'bottom' ? 'horizontal' : 'vertical')
    this.#separator.setAttribute('aria-valuemin', '0')
    this.#separator.setAttribute('aria-valuemax', '100')
    this.#separator.setAttribute('aria-valuenow', String(Math.round(size * 100)))
    this.#page.take(place, this.#px)
  }

  /** What is drawn, in a window of this size. */
  get #px(): number {
    const { place, size, isCollapsed } = this.#shape
    if (isCollapsed && place === 'bottom') return COLLAPSED_PX
    const most = Math.max(this.#whole - KEPT_PX, LEAST_PX[place])
    return Math.round(Math.min(Math.max(size * this.#whole, LEAST_PX[place]), most, this.#whole))
  }

  get #whole(): number {
    return Math.max(this.#shape.place === 'bottom' ? window.innerHeight : document.documentElement.clientWidth, 1)
  }
}

const STEP = 0.04
/** Head and transport bar. */
const COLLAPSED_PX = 80
const LEAST_PX = { bottom: 160, right: 320 }
/** Of the page, which stays visible. */
const KEPT_PX = 48

/** What the page's root element had before it was pushed aside. */
class PageEdges {
  readonly #root: HTMLElement
  readonly #before: readonly (readonly [property: string, value: string])[]

  constructor(root: HTMLElement) {
    this.#root = root
    this.#before = OURS.map((property) => [property, root.style.getPropertyValue(property)])
  }

  take(place: DockPlace, px: number): void {
    this.giveBack()
    const edge = place === 'bottom' ? 'bottom' : 'right'
    this.#root.style.setProperty(`padding-${edge}`, `${px}px`)
    this.#root.style.setProperty(`scroll-padding-${edge}`, `${px}px`)
    this.#root.style.setProperty(`--playhead-devtools-${edge}`, `${px}px`)
  }

  giveBack(): void {
    for (const [property, value] of this.#before) {
      if (value === '') this.#root.style.removeProperty(property)
      else this.#root.style.setProperty(property, value)
    }
  }
}

const OURS = [
  'padding-bottom',
  'padding-right',
  'scroll-padding-bottom',
  'scroll-padding-right',
  '--playhead-devtools-bottom',
  '--playhead-devtools-right',
]
