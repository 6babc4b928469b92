import type { DockPlace } from './PanelHost.ts'

/** Where the panel and its button are, from one visit to the next. */
export interface Placement {
  readonly isOpen: boolean
  readonly place: DockPlace | 'window'
  /** Of the window, in each place: 0.4 is four tenths of it. */
  readonly size: Readonly<Record<DockPlace, number>>
  readonly isCollapsed: boolean
  readonly button: ButtonPlace
}

/** At which edge of the window the button is, and how far down, as a part of its height. */
export interface ButtonPlace {
  readonly side: 'left' | 'right'
  readonly down: number
}

export const firstPlacement: Placement = {
  isOpen: false,
  place: 'bottom',
  size: { bottom: 0.52, right: 0.42 },
  isCollapsed: false,
  button: { side: 'right', down: 0.62 },
}

const key = 'playhead-devtools/placement'

/** What an earlier visit left. Where nothing is kept or what is kept is not ours, the first placement. */
export function storedPlacement(first: Placement): Placement {
  try {
    return checked(JSON.parse(localStorage.getItem(key) ?? 'null'), first)
  } catch {
    return first
  }
}

/** Keeps it for the next visit, where the browser lets it. */
export function storePlacement(placement: Placement): void {
  try {
    localStorage.setItem(key, JSON.stringify(placement))
  } catch {
    // It then lasts as long as the page.
  }
}

function checked(stored: unknown, first: Placement): Placement {
  const { isOpen, place, size, isCollapsed, button } = fieldsOf(stored)
  return {
    isOpen: isOpen === undefined ? first.isOpen : isOpen === true,
    place: place === 'right' || place === 'bottom' || place === 'window' ? place : first.place,
    size: {
      bottom: share(fieldsOf(size).bottom, first.size.bottom),
      right: share(fieldsOf(size).right, first.size.right),
    },
    isCollapsed: isCollapsed === true,
    button: {
      side:
        fieldsOf(button).side === 'left' || fieldsOf(button).side === 'right'
          ? (fieldsOf(button).side as 'left' | 'right')
          : first.button.side,
      down: share(fieldsOf(button).down, first.button.down),
    },
  }
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}

const share = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value >= 0 && value <= 1 ? value : otherwise
