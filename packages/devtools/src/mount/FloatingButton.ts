import { onDrag } from './dragging.ts'
import type { ButtonPlace } from './placement.ts'

/**
 * A tab at the edge of the window that opens the panel. It can be dragged along both edges, and moved by arrow keys, to
 * where it is in nobody's way.
 */
export class FloatingButton {
  readonly #button: HTMLButtonElement
  readonly #moved: (place: ButtonPlace) => void
  #place: ButtonPlace

  constructor(
    parent: ShadowRoot,
    options: {
      readonly place: ButtonPlace
      readonly shortcut: string
      /** Somebody points at it, or has moved the focus to it: a press may follow. */
      readonly near: () => void
      readonly press: () => void
      readonly moved: (place: ButtonPlace) => void
    },
  ) {
    this.#place = options.place
    this.#moved = options.moved
    this.#button = parent.ownerDocument.createElement('button')
    this.#button.type = 'button'
    this.#button.innerHTML = MARK
    this.#button.setAttribute('aria-label', 'Open Playhead devtools')
    this.#button.title = `Open Playhead devtools (${options.shortcut}). Drag it, or move it by arrow keys, to where it is not in the way.`
    this.#draw()

    this.#button.addEventListener('pointerenter', options.near, { once: true })
    this.#button.addEventListener('focus', options.near, { once: true })

    // A drag ends in a click, too.
    let isDragged = false
    onDrag(this.#button, {
      start: () => {
        isDragged = false
      },
      move: (event) => {
        isDragged = true
        this.#moveTo({
          side: event.clientX < window.innerWidth / 2 ? 'left' : 'right',
          down: (event.clientY - HEIGHT_PX / 2) / window.innerHeight,
        })
      },
      end: (_event, isMoved) => isMoved && this.#moved(this.#place),
    })
    this.#button.addEventListener('click', () => {
      if (!isDragged) options.press()
      isDragged = false
    })
    this.#button.addEventListener('keydown', (event) => {
      const place = stepped(this.#place, event.key)
      if (!place) return
      event.preventDefault()
      this.#moveTo(place)
      this.#moved(this.#place)
    })
    parent.append(this.#button)
  }

  set isHidden(isHidden: boolean) {
    this.#button.hidden = isHidden
  }

  focus(): void {
    this.#button.focus()
  }

  #moveTo({ side, down }: ButtonPlace): void {
    const lowest = 1 - HEIGHT_PX / Math.max(window.innerHeight, HEIGHT_PX)
    this.#place = { side, down: Math.min(Math.max(down, 0), lowest) }
    this.#draw()
  }

  #draw(): void {
    const { side, down } = this.#place
    this.#button.className = `button ${side}`
    // Never below the window, however low it becomes.
    this.#button.style.setProperty('--down', `min(${(down * 100).toFixed(2)}vh, 100vh - ${HEIGHT_PX}px)`)
  }
}

const HEIGHT_PX = 34
const STEP = 0.05

function stepped({ side, down }: ButtonPlace, key: string): ButtonPlace | undefined {
  switch (key) {
    case 'ArrowUp':
      return { side, down: down - STEP }
    case 'ArrowDown':
      return { side, down: down + STEP }
    case 'ArrowLeft':
      return { side: 'left', down }
    case 'ArrowRight':
      return { side: 'right', down }
    default:
      return undefined
  }
}

/** Playhead's mark: a head on a line of time. */
const MARK =
  '<svg aria-hidden="true" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"><path d="M2 12.5h4.5M13.5 12.5h4.5" opacity=".6"/><path d="M6.3 3.5h7.4v4.2L10 11.3 6.3 7.7z" fill="currentColor"/><path d="M10 11v6"/></svg>'
