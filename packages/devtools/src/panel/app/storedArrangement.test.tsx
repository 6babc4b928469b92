import { afterEach, describe, expect, it, vi } from 'vitest'
import { arrangement } from '../model/arrangement.ts'
import { panel } from '../model/panelActions.ts'
import { createPanelStore } from '../model/panelStore.ts'
import { keepArrangement, storedArrangement } from './storedArrangement.ts'

describe('what was arranged', () => {
  afterEach(() => {
    vi.restoreAllMocks()
    localStorage.clear()
  })

  it('[FRM-5] is as it was left, but for the loop, whose places are of one log', async () => {
    const store = createPanelStore()
    await store.ready
    const stop = keepArrangement(store)
    store.dispatch(panel.speedChosen(8))
    store.dispatch(panel.themeChosen('dark'))
    store.dispatch(panel.loopChosen({ from: 1, to: 5 }))
    store.dispatch(panel.bookmarked({ store: 'bank', offset: 7, note: 'here' }))
    stop()
    store.dispatch(panel.speedChosen(16))

    const again = createPanelStore(storedArrangement())
    await again.ready
    expect(again.get(arrangement)).toMatchObject({
      speed: 8,
      theme: 'dark',
      loop: undefined,
      bookmarks: [{ store: 'bank', offset: 7, note: 'here' }],
    })
  })

  it('[FRM-5] leaves out what cannot be read, and keeps the rest', () => {
    localStorage.setItem(
      'playhead-devtools/arrangement',
      JSON.stringify({ speed: 'fast', theme: 'dark', bookmarks: [{}], hidden: ['a', 'b'], more: 1 }),
    )
    expect(storedArrangement()).toEqual({ theme: 'dark', hidden: ['a', 'b'] })
  })

  it.each(['{', '7', 'null', '[]'])('[FRM-5] is nothing where something else is stored: %s', (text) => {
    localStorage.setItem('playhead-devtools/arrangement', text)
    expect(storedArrangement()).toEqual({})
  })

  it('[FRM-5] is no error where storage is blocked', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const store = createPanelStore()
    await store.ready
    keepArrangement(store)
    store.dispatch(panel.speedChosen(8))
    expect(store.get(arrangement).speed).toBe(8)
  })
})
