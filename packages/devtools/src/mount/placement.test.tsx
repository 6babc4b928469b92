import { afterEach, describe, expect, it, vi } from 'vitest'
import { firstPlacement, storedPlacement, storePlacement } from './placement.ts'

const key = 'playhead-devtools/placement'

describe('where the panel is from one visit to the next', () => {
  afterEach(() => {
    vi.restoreAllMocks()
    localStorage.clear()
  })

  it('[MNT-3] is where it was left', () => {
    const left = {
      isOpen: true,
      place: 'right',
      size: { bottom: 0.3, right: 0.5 },
      isCollapsed: true,
      button: { side: 'left', down: 0.1 },
    } as const
    storePlacement(left)
    expect(storedPlacement(firstPlacement)).toEqual(left)
  })

  it('[MNT-3] is the first placement where nothing is stored', () => {
    const first = { ...firstPlacement, isOpen: true, place: 'right' } as const
    expect(storedPlacement(first)).toEqual(first)
  })

  it.each(['no JSON', '5', 'null', '[]', '{"place":"ceiling","size":{"bottom":7},"button":"left"}'])(
    '[MNT-3] is the first placement where something else is stored: %s',
    (text) => {
      localStorage.setItem(key, text)
      expect(storedPlacement(firstPlacement)).toEqual(firstPlacement)
    },
  )

  it('[MNT-3] is the first placement where storage is blocked, and nothing is thrown', () => {
    const blocked = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(blocked)
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(blocked)
    storePlacement({ ...firstPlacement, isOpen: true })
    expect(storedPlacement(firstPlacement)).toEqual(firstPlacement)
  })
})
