import { action, createActions, createSlice, createStore } from '@playhead/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { AttachedDevtools, AttachOptions } from './AttachOptions.ts'
import { attachDevtools } from './attachAlways.ts'

const counter = createActions('counter', { added: action<number>() })
const count = createSlice('count', { value: 0 }, (on) => [
  on(counter.added, (state, { payload }) => {
    state.value += payload
  }),
])
const newStore = () => createStore({ slices: [count] })

const attached: AttachedDevtools[] = []
const attach = (options?: AttachOptions, store = newStore()) => {
  const devtools = attachDevtools(store, options)
  attached.push(devtools)
  return { devtools, store }
}
const shadow = () => document.querySelector('[data-playhead-devtools]')?.shadowRoot
const inPage = <T extends Element = HTMLElement>(selector: string) => shadow()?.querySelector<T>(selector) ?? undefined
const panel = () => inPage<HTMLIFrameElement>('iframe')?.contentDocument ?? undefined
const inPanel = (selector: string) => panel()?.querySelector<HTMLElement>(selector) ?? undefined
const button = () => inPage<HTMLButtonElement>('button.button') as HTMLButtonElement
const dock = () => inPage('.dock') as HTMLElement
const separator = () => inPage('.separator') as HTMLElement
const opened = () => vi.waitUntil(() => inPanel('[role=slider]'), { timeout: 20_000 })
const taken = (edge: 'bottom' | 'right') =>
  Number.parseFloat(document.documentElement.style.getPropertyValue(`padding-${edge}`) || '0')

describe('devtools in a page', () => {
  beforeEach(() => localStorage.clear())
  afterEach(() => {
    for (const devtools of attached.splice(0)) devtools.detach()
    document.documentElement.removeAttribute('style')
    delete document.documentElement.dataset.theme
  })

  it('[MNT-1] are a button, and nothing is loaded for them', () => {
    attach()
    expect(button().getAttribute('aria-label')).toBe('Open Playhead devtools')
    expect(inPage('iframe')).toBeUndefined()
  })

  it('[MNT-2] open by the button, and show the store', async () => {
    const { store } = attach({ name: 'till' })
    await store.ready
    store.dispatch(counter.added(5))
    await userEvent.click(button())
    await opened()
    expect(inPanel('[aria-label="Store: till"]')).toBeDefined()
    expect(button().hidden).toBe(true)
  })

  it('[MNT-2] open and close by the shortcut, in the page and in the panel', async () => {
    attach()
    const press = (target: Window) => {
      const keys = { code: 'Period', ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true }
      target.document.body.dispatchEvent(new KeyboardEvent('keydown', keys))
    }
    press(window)
    await opened()
    press(panel()?.defaultView as Window)
    expect(inPage('iframe')).toBeUndefined()
    expect(button().hidden).toBe(false)
  })

  it('[MNT-2] leave a shortcut alone that was not asked for', () => {
    attach({ shortcut: false, button: false })
    const keys = { code: 'Period', ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true }
    const event = new KeyboardEvent('keydown', keys)
    document.body.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
    expect(inPage('button.button')).toBeUndefined()
  })

  it('[MNT-3] are found again as they were left', async () => {
    const { devtools } = attach({ place: 'right' })
    await devtools.open()
    expect(dock().className).toContain('right')
    separator().focus()
    await userEvent.keyboard('{ArrowLeft}')
    const left = taken('right')
    devtools.detach()
    expect(shadow()).toBeUndefined()

    attach()
    await opened()
    expect(dock().className).toContain('right')
    expect(taken('right')).toBe(left)
  })

  it('[MNT-3] take the focus when they are opened, and leave it alone when they were open already', async () => {
    const field = document.body.appendChild(document.createElement('input'))
    const { devtools } = attach()
    await devtools.open()
    expect(document.activeElement).not.toBe(field)
    devtools.detach()
    field.focus()
    attach()
    await opened()
    expect(document.activeElement).toBe(field)
    field.remove()
  })

  it('[MNT-3] have a button that is moved by keys, and stays there', async () => {
    const { devtools } = attach()
    button().focus()
    await userEvent.keyboard('{ArrowLeft}{ArrowUp}{ArrowUp}')
    expect(button().className).toBe('button left')
    const { top } = button().getBoundingClientRect()
    devtools.detach()
    attach()
    expect(button().className).toBe('button left')
    expect(button().getBoundingClientRect().top).toBe(top)
  })

  it('[MNT-4] push the page aside, and give back what they took', async () => {
    document.documentElement.style.paddingBottom = '7px'
    const { devtools } = attach()
    await devtools.open()
    expect(taken('bottom')).toBe(dock().getBoundingClientRect().height)
    expect(document.documentElement.style.getPropertyValue('--playhead-devtools-bottom')).toBe(`${taken('bottom')}px`)
    devtools.close()
    expect(document.documentElement.style.cssText).toBe('padding-bottom: 7px;')
  })

  it('[MNT-4] are resized by keys to both ends, and leave a part of the page', async () => {
    const { devtools } = attach()
    await devtools.open()
    const { innerHeight } = window
    separator().focus()
    const before = taken('bottom')
    await userEvent.keyboard('{ArrowUp}')
    expect(taken('bottom')).toBeCloseTo(before + innerHeight * 0.04, -1)
    await userEvent.keyboard('{End}')
    expect(taken('bottom')).toBe(innerHeight - 48)
    await userEvent.keyboard('{Home}')
    expect(taken('bottom')).toBe(160)
    expect(Number(separator().getAttribute('aria-valuenow'))).toBe(Math.round((160 / innerHeight) * 100))
    await userEvent.keyboard('{Enter}')
    expect(taken('bottom')).toBe(80)
    await userEvent.keyboard('{Enter}')
    expect(taken('bottom')).toBe(160)
  })

  it('[MNT-4] are resized by the pointer', async () => {
    const { devtools } = attach()
    await devtools.open()
    const before = taken('bottom')
    const at = (y: number) => ({ pointerId: 1, button: 0, buttons: 1, clientX: 20, clientY: y, bubbles: true })
    vi.spyOn(separator(), 'setPointerCapture').mockImplementation(() => {})
    separator().dispatchEvent(new PointerEvent('pointerdown', at(300)))
    separator().dispatchEvent(new PointerEvent('pointermove', at(280)))
    separator().dispatchEvent(new PointerEvent('pointerup', at(280)))
    expect(taken('bottom')).toBe(before + 20)
  })

  it('[MNT-5] are one button and one panel for several stores, and leave with the last of them', async () => {
    const { devtools: first } = attach({ name: 'till' })
    const { devtools: second } = attach()
    expect(document.querySelectorAll('[data-playhead-devtools]')).toHaveLength(1)
    await second.open()
    await opened()
    inPanel('[aria-label="Store: till"]')?.click()
    const items = await vi.waitUntil(() => {
      const found = [...(panel()?.querySelectorAll('[role=menuitemradio]') ?? [])]
      return found.length > 0 && found
    })
    expect(items.map((item) => item.textContent)).toEqual(['till', 'store'])
    first.detach()
    first.detach()
    expect(inPage('iframe')).toBeDefined()
    second.detach()
    expect(shadow()).toBeUndefined()
  })

  it('[MNT-5] attach a store once, however often they are told', async () => {
    const { store } = attach({ name: 'till' })
    const { devtools } = attach({ name: 'again' }, store)
    await devtools.open()
    await opened()
    expect(inPanel('[aria-label="Store: till"]')).toBeDefined()
  })

  it('[MNT-8] say why the panel was not loaded, and try again', async () => {
    const { devtools } = attach({ panelUrl: '/no/such/panel.js' })
    await expect(devtools.open()).rejects.toMatchObject({ code: 'devtools/panel-not-loaded' })
    const failure = () => inPage('[role=alert]')
    expect(failure()?.textContent).toContain('"/no/such/panel.js"')
    const [again, close] = failure()?.querySelectorAll('button') ?? []
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    again?.click()
    await vi.waitUntil(() => failure() !== undefined)
    said.mockRestore()
    close?.click()
    failure()?.querySelectorAll('button')[1]?.click()
    expect(dockIsThere()).toBe(false)
  })

  it('[MNT-10] follow the page from light to dark', async () => {
    const { devtools } = attach()
    document.documentElement.dataset.theme = 'dark'
    await devtools.open()
    await opened()
    const theme = () => panel()?.documentElement.dataset.theme
    await vi.waitUntil(() => theme() === 'dark')
    document.documentElement.dataset.theme = 'light'
    await vi.waitUntil(() => theme() === 'light')
  })
})

const dockIsThere = () => inPage('.dock') !== undefined
