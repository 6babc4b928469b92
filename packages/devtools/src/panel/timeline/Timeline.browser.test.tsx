import '@playhead/ui/base.css'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import type { Arrangement } from '../model/arrangement.ts'
import { arrangement } from '../model/arrangement.ts'
import { focus } from '../model/focus.ts'
import { panel } from '../model/panelActions.ts'
import type { PanelStore } from '../model/panelStore.ts'
import { Timeline } from './Timeline.tsx'
import type { FormulaLog } from './timelineAgent.fixtures.ts'
import { formulaAgent } from './timelineAgent.fixtures.ts'

const RULER_Y = 12
const FIRST_TRACK_Y = 32 + 14

beforeEach(() => {
  document.documentElement.dataset.theme = 'light'
})

describe('the playhead', () => {
  it('[TRK-8] is drawn where it is dragged at once, while the app is asked for one place at a time', async () => {
    const { stage, asked, held } = await shown({ records: 1_000_000 }, { holdSeeks: true })
    drag(stage, [
      [200, RULER_Y],
      [300, RULER_Y],
      [400, RULER_Y],
      [500, RULER_Y],
    ])
    await waitFor(() => expect(playheadX()).toBeCloseTo(500, 0))
    expect(asked('seek')).toHaveLength(1)
    await held.release()
    await waitFor(() => expect(asked('seek')).toHaveLength(2))
    expect(asked('seek').at(-1)).toMatchObject({ to: placeOf(500, 999_999, stage) })
  })

  it('[TRK-8] stays where it was dropped when the app is there', async () => {
    const { stage } = await shown({ records: 1000 })
    drag(stage, [
      [200, RULER_Y],
      [300, RULER_Y],
    ])
    pointer(stage, 'pointerup', 300, RULER_Y)
    await waitFor(() => expect(slider()).toHaveAttribute('aria-valuenow', String(placeOf(300, 999, stage))))
    await frames(3)
    expect(playheadX()).toBeCloseTo(300, -1)
  })

  it('[TRK-8] is live again when it is let go at the end', async () => {
    const { stage, asked } = await shown({ records: 1000, playhead: 20 })
    drag(stage, [
      [200, RULER_Y],
      [5000, RULER_Y],
    ])
    pointer(stage, 'pointerup', 5000, RULER_Y)
    await waitFor(() => expect(asked('live')).toHaveLength(1))
  })

  it('[TRK-8] goes back to where the app is when a seek is refused', async () => {
    const { stage } = await shown({ records: 1000, playhead: 500 }, { refuseSeeks: true })
    const before = playheadX()
    drag(stage, [[200, RULER_Y]])
    pointer(stage, 'pointerup', 200, RULER_Y)
    await waitFor(() => expect(playheadX()).toBeCloseTo(before, 0))
  })

  it('[TRK-12] is a slider that says its place, time and type', async () => {
    await shown({ records: 10_000, playhead: 1203 })
    await waitFor(() =>
      expect(slider()).toHaveAttribute(
        'aria-valuetext',
        expect.stringMatching(/^record 1,204 of 10,000, .*\d.*, \w+\/\w+$/),
      ),
    )
    expect(slider()).toHaveAttribute('aria-valuemin', '-1')
    expect(slider()).toHaveAttribute('aria-valuemax', '9999')
  })

  it('[TRK-11] is moved by the keys of a slider', async () => {
    const { asked } = await shown({ records: 10_000, playhead: 1203 })
    for (const [key, place] of [
      ['ArrowLeft', 1202],
      ['ArrowRight', 1203],
      ['PageUp', 2203],
      ['Home', -1],
    ] as const) {
      fireEvent.keyDown(slider(), { key })
      await waitFor(() => expect(asked('seek').at(-1)).toEqual({ store: 'bank', to: place }))
      await waitFor(() => expect(slider()).toHaveAttribute('aria-valuenow', String(place)))
    }
    fireEvent.keyDown(slider(), { key: 'End' })
    await waitFor(() => expect(asked('live')).toHaveLength(1))
  })

  it('[TRK-8] moves along an axis of time to the newest record that is not later', async () => {
    const { stage, asked } = await shown({ records: 1000 }, { arranged: { axis: 'time' } })
    drag(stage, [[400, RULER_Y]])
    pointer(stage, 'pointerup', 400, RULER_Y)
    await waitFor(() => expect(asked('seek')).toHaveLength(1))
    expect(asked('placeAt')).toHaveLength(1)
  })
})

describe('the pointer', () => {
  it('[TRK-10] chooses a record with a press', async () => {
    const { stage, store } = await shown({ records: 20 })
    click(stage, 14 + 40 * 6, FIRST_TRACK_Y)
    await waitFor(() => expect(store.get(focus).record).toBe(5))
  })

  it('[TRK-10] compares with Shift from the chosen record', async () => {
    const { stage, store } = await shown({ records: 20 })
    click(stage, 14 + 40 * 6, FIRST_TRACK_Y)
    await waitFor(() => expect(store.get(focus).record).toBe(5))
    click(stage, 14 + 40 * 3, FIRST_TRACK_Y, { shiftKey: true })
    await waitFor(() => expect(store.get(focus).comparison).toEqual({ before: 2, after: 5 }))
  })

  it('[TRK-10] travels with a double press', async () => {
    const { stage, asked } = await shown({ records: 20 })
    fireEvent.doubleClick(stage, clientOf(stage, 14 + 40 * 6, FIRST_TRACK_Y))
    await waitFor(() => expect(asked('seek')).toEqual([{ store: 'bank', to: 5 }]))
  })

  it('[TRK-10] is told what it is on', async () => {
    const { stage } = await shown({ records: 20 })
    pointer(stage, 'pointermove', 14 + 40 * 6, FIRST_TRACK_Y, { buttons: 0 })
    await waitFor(() => expect(tooltip()).toHaveTextContent(/^5\w+\/\w+/))
    pointer(stage, 'pointerleave', 0, 0)
    await waitFor(() => expect(tooltip()).toBeNull())
  })

  it('[TRK-10] looks at a branch by its name', async () => {
    const branch = { id: 'b1', name: 'what if', parent: { id: 'bank', at: 10 } }
    const { store } = await shown({ records: 40, branches: [branch] })
    fireEvent.click(await screen.findByRole('button', { name: 'what if' }))
    await waitFor(() => expect(store.get(focus).store).toBe('b1'))
  })

  it('[TRK-11] draws a loop with Alt', async () => {
    const { stage, store } = await shown({ records: 1000 })
    drag(
      stage,
      [
        [200, RULER_Y],
        [400, RULER_Y],
      ],
      { altKey: true },
    )
    pointer(stage, 'pointerup', 400, RULER_Y)
    await waitFor(() =>
      expect(store.get(arrangement).loop).toEqual({
        from: placeOf(200, 999, stage),
        to: placeOf(400, 999, stage),
      }),
    )
  })

  it('[TRK-11] draws no loop when it has not moved', async () => {
    const { stage, store } = await shown({ records: 1000 })
    drag(stage, [[200, RULER_Y]], { altKey: true })
    pointer(stage, 'pointerup', 200, RULER_Y)
    await frames(2)
    expect(store.get(arrangement).loop).toBeUndefined()
  })

  it('[TRK-11] pans with a drag on the tracks, and chooses nothing then', async () => {
    const { stage, store } = await shown({ records: 1000 })
    await zoomIn(stage)
    const before = await inSight()
    drag(stage, [
      [400, 80],
      [380, 80],
      [300, 80],
    ])
    pointer(stage, 'pointerup', 300, 80)
    await waitFor(async () => expect((await inSight()).from).toBeGreaterThan(before.from))
    expect(store.get(focus).record).toBeUndefined()
  })
})

describe('the wheel and fingers', () => {
  it('[TRK-3] zoom at the pointer with Control', async () => {
    const { stage } = await shown({ records: 100_000 })
    const at = placeOf(500, 99_999, stage)
    for (let turn = 0; turn < 12; turn++) wheel(stage, 500, { deltaY: -100, ctrlKey: true })
    await waitFor(async () => {
      const { from, to } = await inSight()
      expect(to - from).toBeLessThan(1500)
      const { width } = stage.getBoundingClientRect()
      expect(Math.abs(from + (500 / width) * (to - from) - at)).toBeLessThan(3)
    })
  })

  it('[TRK-11] pan', async () => {
    const { stage } = await shown({ records: 1000 })
    await zoomIn(stage)
    const before = await inSight()
    wheel(stage, 300, { deltaX: 120 })
    await waitFor(async () => expect((await inSight()).from).toBeGreaterThan(before.from))
    wheel(stage, 300, { deltaY: -120, shiftKey: true })
    await waitFor(async () => expect(await inSight()).toEqual(before))
  })

  it('[TRK-11] pinch about what is between the fingers', async () => {
    const { stage } = await shown({ records: 1000 })
    const touch = { pointerType: 'touch' }
    pointer(stage, 'pointerdown', 300, 100, { ...touch, pointerId: 11 })
    pointer(stage, 'pointerdown', 500, 100, { ...touch, pointerId: 12 })
    pointer(stage, 'pointermove', 200, 100, { ...touch, pointerId: 11 })
    pointer(stage, 'pointermove', 600, 100, { ...touch, pointerId: 12 })
    pointer(stage, 'pointerup', 200, 100, { ...touch, pointerId: 11 })
    pointer(stage, 'pointerup', 600, 100, { ...touch, pointerId: 12 })
    await waitFor(async () => {
      const { from, to } = await inSight()
      expect(to - from).toBeLessThan(560)
      expect(to - from).toBeGreaterThan(440)
    })
  })
})

describe('keys of the picture', () => {
  it('[TRK-11] zoom, pan, and show the ends and all', async () => {
    const { stage } = await shown({ records: 10_000, playhead: 5000 })
    const canvas = screen.getByRole('img')
    fireEvent.keyDown(canvas, { key: '+' })
    fireEvent.keyDown(canvas, { key: '+' })
    await waitFor(async () => expect((await inSight()).from).toBeGreaterThan(1000))
    fireEvent.keyDown(canvas, { key: 'Home' })
    await waitFor(async () => expect((await inSight()).from).toBe(0))
    fireEvent.keyDown(canvas, { key: 'ArrowRight' })
    await waitFor(async () => expect((await inSight()).from).toBeGreaterThan(0))
    fireEvent.keyDown(canvas, { key: 'End' })
    await waitFor(async () => expect((await inSight()).to).toBeGreaterThanOrEqual(9999))
    fireEvent.keyDown(canvas, { key: '0' })
    await waitFor(async () => expect((await inSight()).from).toBe(0))
    expect(stage.dataset.ownKeys).toBe('')
  })
})

describe('the minimap', () => {
  it('[TRK-11] moves its window', async () => {
    const { stage } = await shown({ records: 10_000 })
    for (let turn = 0; turn < 6; turn++) wheel(stage, 100, { deltaY: -100, ctrlKey: true })
    await waitFor(async () => expect((await inSight()).to).toBeLessThan(3000))
    const map = minimap()
    pointer(map, 'pointerdown', 600, 15)
    pointer(map, 'pointerup', 600, 15)
    await waitFor(async () => {
      const { from, to } = await inSight()
      const { width } = map.getBoundingClientRect()
      expect(Math.abs((from + to) / 2 - (600 / width) * 10_000)).toBeLessThan(300)
    })
  })

  it('[TRK-11] sizes its window', async () => {
    const { stage } = await shown({ records: 10_000 })
    const map = minimap()
    const { width } = map.getBoundingClientRect()
    pointer(map, 'pointerdown', 2, 15)
    pointer(map, 'pointermove', width / 2, 15)
    pointer(map, 'pointerup', width / 2, 15)
    await waitFor(async () => {
      const { from, to } = await inSight()
      expect(Math.abs(from - 5000)).toBeLessThan(200)
      expect(to).toBeGreaterThanOrEqual(9999)
    })
    expect(stage).toBeVisible()
  })
})

describe('what is in sight', () => {
  it('[TRK-12] is a table of tracks while records are many', async () => {
    await shown({ records: 100_000 })
    fireEvent.click(screen.getByRole('button', { name: 'Show as a table' }))
    const table = await screen.findByRole('table')
    await waitFor(() => expect(within(table).getByRole('row', { name: /^ledger [\d,]+ / })).toBeInTheDocument())
  })

  it('[TRK-12] is a table of records that can be chosen and travelled to while they are few', async () => {
    const { store, asked } = await shown({ records: 20 })
    fireEvent.click(screen.getByRole('button', { name: 'Show as a table' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Choose record 7' }))
    await waitFor(() => expect(store.get(focus).record).toBe(7))
    fireEvent.click(screen.getByRole('button', { name: 'Travel to record 9' }))
    await waitFor(() => expect(asked('seek')).toEqual([{ store: 'bank', to: 9 }]))
  })

  it('[TRK-12] is summed up in words', async () => {
    await shown({ records: 2000 })
    await waitFor(() =>
      expect(screen.getByRole('img')).toHaveAccessibleName(
        /^Timeline of bank: 2,000 records; on 6 tracks: accounts [\d,]+, /,
      ),
    )
  })

  it('[TRK-4] leads back to the playhead when that is out of sight', async () => {
    const { stage } = await shown({ records: 100_000 })
    for (let turn = 0; turn < 8; turn++) wheel(stage, 20, { deltaY: -100, ctrlKey: true })
    fireEvent.click(await screen.findByRole('button', { name: 'Follow' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Follow' })).toBeNull())
    expect((await inSight()).to).toBeGreaterThanOrEqual(99_999)
  })

  it('[TRK-4] grows with the log while its end is in sight', async () => {
    const { grow } = await shown({ records: 1000 })
    grow(500)
    await waitFor(async () => expect((await inSight()).to).toBeGreaterThanOrEqual(1499))
  })

  it('[TRK-6] stays drawn while what is nearer is on its way', async () => {
    const { stage, mute } = await shown({ records: 1_000_000 })
    await waitFor(() => expect(paintedShare(stage)).toBeGreaterThan(0.02))
    mute()
    for (let turn = 0; turn < 10; turn++) {
      wheel(stage, 400, { deltaY: -100, ctrlKey: true })
      await frames(1)
      expect(paintedShare(stage)).toBeGreaterThan(0.02)
    }
  })

  it('[TRK-6] is asked for by windows of few parts, whatever the size of the log', async () => {
    const { stage, asked } = await shown({ records: 1_000_000 })
    for (let turn = 0; turn < 40; turn++) {
      wheel(stage, 400, { deltaY: -100, ctrlKey: true })
      await frames(1)
    }
    await waitFor(() => expect(asked('marks').some((give) => spanOf(give) > 1)).toBe(true))
    for (const give of asked('density')) expect(give).toMatchObject({ buckets: 512 })
    for (const give of asked('marks')) expect(spanOf(give)).toBeLessThanOrEqual(512)
  })
})

describe('frames', () => {
  it('[TRK-13] are drawn when something has changed, and not otherwise', async () => {
    const { go } = await shown({ records: 1000 })
    await settled()
    const fill = vi.spyOn(CanvasRenderingContext2D.prototype, 'fillRect')
    await frames(10)
    expect(fill).not.toHaveBeenCalled()
    act(() => go(300))
    await frames(3)
    expect(fill).toHaveBeenCalled()
    fill.mockRestore()
  })

  it('[TRK-13] take the colours of the theme as it is', async () => {
    const { stage } = await shown({ records: 1000 })
    await settled()
    expect(groundOf(stage)).toEqual([255, 255, 255])
    document.documentElement.dataset.theme = 'dark'
    await waitFor(() => expect(Math.max(...groundOf(stage))).toBeLessThan(40))
  })
})

it('[TRK-14] says why the log cannot be read, and asks again when it is told to', async () => {
  const { asked } = await shown({ records: 1000, answers: 'refused' })
  expect(await screen.findByRole('alert')).toHaveTextContent('Cannot read the log')
  const before = asked('density').length
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(asked('density').length).toBeGreaterThan(before))
})

it('[TRK-4] says so when there are no records yet, and shows the first', async () => {
  const { grow } = await shown({ records: 0 })
  expect(screen.getByText(/No records yet/)).toBeVisible()
  act(() => grow(1))
  await waitFor(() => expect(slider()).toHaveAttribute('aria-valuetext', expect.stringContaining('record 1 of 1')))
})

async function shown(
  log: FormulaLog,
  options: { holdSeeks?: boolean; refuseSeeks?: boolean; arranged?: Partial<Arrangement> } = {},
) {
  const { agent, asked, grow, go } = formulaAgent(log)
  let panelStore: PanelStore | undefined
  let isMute = false
  const gates: (() => void)[] = []
  const answering: typeof agent = {
    ...agent,
    call(name, give) {
      if (isMute) return new Promise(() => undefined)
      if (name !== 'seek') return agent.call(name, give)
      if (options.refuseSeeks) return Promise.reject(new Error('Cannot seek.'))
      if (!options.holdSeeks) return agent.call(name, give)
      asked.push({ name: 'seek', give })
      return new Promise((resolve) => gates.push(() => resolve(undefined as never)))
    },
  }
  render(
    <div style={{ inlineSize: 1000, blockSize: 340 }}>
      <PanelWith
        agent={answering}
        {...(options.arranged && { arranged: options.arranged })}
        ready={(store) => {
          panelStore = store
          store.dispatch(panel.storeChosen('bank'))
        }}
      >
        <Timeline />
      </PanelWith>
    </div>,
  )
  const slider = await screen.findByRole('slider', { hidden: true })
  const stage = slider.parentElement
  if (!stage || !panelStore) throw new Error('The timeline is not there.')
  await settled()
  return {
    stage,
    store: panelStore,
    grow,
    go,
    asked: (name: string) => asked.filter((each) => each.name === name).map(({ give }) => give),
    mute: () => {
      isMute = true
    },
    held: {
      async release() {
        gates.shift()?.()
        await frames(2)
      },
    },
  }
}

/** Until nothing more is on its way: the pictures have stopped changing. */
const settled = () => frames(6)

async function frames(count: number): Promise<void> {
  for (let each = 0; each < count; each++) {
    await act(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  }
}

const slider = () => screen.getByRole('slider', { hidden: true })
const tooltip = () => document.querySelector('[class*=tooltip]')
const playheadX = () => new DOMMatrix(getComputedStyle(slider()).transform).m41

function minimap(): HTMLCanvasElement {
  const found = document.querySelector<HTMLCanvasElement>('canvas[class*=minimap]')
  if (!found) throw new Error('There is no minimap.')
  return found
}

/** The record that a pixel stands for while the whole log is shown. */
function placeOf(x: number, head: number, stage: HTMLElement): number {
  const margin = 14
  const scale = (head + 1) / (stage.clientWidth - 2 * margin)
  return Math.round(-1 + (x - margin) * scale)
}

/** What the table says is in sight. */
async function inSight(): Promise<{ from: number; to: number }> {
  const show = screen.queryByRole('button', { name: 'Show as a table' })
  if (show) fireEvent.click(show)
  const caption = (await screen.findByRole('caption')).textContent ?? ''
  const [from = '', to = ''] = caption.replace('In sight: ', '').split(' – ')
  return { from: Number(from.replaceAll(',', '')), to: Number(to.replaceAll(',', '')) }
}

async function zoomIn(stage: HTMLElement): Promise<void> {
  for (let turn = 0; turn < 4; turn++) wheel(stage, 400, { deltaY: -100, ctrlKey: true })
  await frames(2)
}

function clientOf(element: Element, x: number, y: number) {
  const { left, top } = element.getBoundingClientRect()
  return { clientX: left + x, clientY: top + y }
}

function pointer(element: Element, type: string, x: number, y: number, more: PointerEventInit = {}): void {
  act(() => {
    element.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        cancelable: true,
        pointerId: 1,
        pointerType: 'mouse',
        button: 0,
        buttons: 1,
        ...clientOf(element, x, y),
        ...more,
      }),
    )
  })
}

function drag(element: Element, path: readonly (readonly [number, number])[], more: PointerEventInit = {}): void {
  for (const [at, [x, y]] of path.entries()) pointer(element, at === 0 ? 'pointerdown' : 'pointermove', x, y, more)
}

function click(element: Element, x: number, y: number, more: PointerEventInit = {}): void {
  pointer(element, 'pointerdown', x, y, more)
  pointer(element, 'pointerup', x, y, more)
}

function wheel(element: Element, x: number, more: WheelEventInit): void {
  act(() => {
    element.dispatchEvent(
      new WheelEvent('wheel', { bubbles: true, cancelable: true, ...clientOf(element, x, 100), ...more }),
    )
  })
}

function pixelsOf(stage: HTMLElement): ImageData {
  const canvas = stage.querySelector('canvas')
  const context = canvas?.getContext('2d')
  if (!canvas || !context) throw new Error('There is no canvas.')
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

/** How much of the picture has a colour: not white, grey or black. */
function paintedShare(stage: HTMLElement): number {
  const { data } = pixelsOf(stage)
  let coloured = 0
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 40) coloured++
  }
  return coloured / (data.length / 4)
}

/** The colour of the ruler's ground, at its upper right. */
function groundOf(stage: HTMLElement): readonly number[] {
  const { data, width } = pixelsOf(stage)
  return [...data.subarray(4 * (width - 3), 4 * (width - 3) + 3)]
}

function spanOf(give: unknown): number {
  const { from, to } = give as { from: number; to: number }
  return to - from
}
