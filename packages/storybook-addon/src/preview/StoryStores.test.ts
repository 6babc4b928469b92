import { describe, expect, it, vi } from 'vitest'
import type { Channel } from '../channel/channelWire.ts'
import type { StoryTold } from '../channel/events.ts'
import { EVENTS } from '../channel/events.ts'
import type { PlayheadParameter } from './PlayheadParameter.ts'
import type { StoryShown } from './StoryStores.ts'
import { StoryStores } from './StoryStores.ts'
import { count, counter, counting } from './story.fixtures.ts'

const three = [counter.added({ by: 1 }), counter.added({ by: 2 }), counter.added({ by: 4 })]
const first = shown('first', { store: counting, records: three })

describe('the stores of stories', () => {
  it('[SBA-2] are closed when their story is left', async () => {
    const { stores, told } = page()
    const element = {}
    const store = await stores.open(element, first)
    const ended = vi.fn()
    store?.state$.subscribe({ complete: ended })
    await stores.close(element)
    expect(ended).toHaveBeenCalled()
    expect(stores.of(element)).toBeUndefined()
    await stores.open(element, shown('without', {}))
    expect(told()).toMatchObject({ storyId: 'without', hasStore: false })
  })

  it('[SBA-2] are closed when another story takes their element', async () => {
    const { stores } = page()
    const element = {}
    const store = await stores.open(element, first)
    const ended = vi.fn()
    store?.state$.subscribe({ complete: ended })
    const second = await stores.open(element, shown('second', { store: counting }))
    expect(ended).toHaveBeenCalled()
    expect(second?.get(count).value).toBe(0)
  })

  it('[SBA-6] stay through another drawing', async () => {
    const { stores } = page()
    const element = {}
    const store = await stores.open(element, first)
    expect(await stores.open(element, { ...first })).toBe(store)
  })

  it('[SBA-4] go where the toolbar says, and back', async () => {
    const { stores } = page()
    const element = {}
    const store = await stores.open(element, { ...first, at: -1 })
    expect(store?.get(count).value).toBe(0)
    await stores.open(element, { ...first, at: 'middle' })
    expect(store?.get(count).value).toBe(3)
    await stores.open(element, first)
    expect(store?.get(count).value).toBe(7)
  })

  it('[SBA-22] go to the end of a step that is chosen', async () => {
    const { stores, channel } = page()
    const store = await stores.open({}, first)
    channel.emit(EVENTS.seek, { storyId: 'first', to: 1 })
    await vi.waitFor(() => expect(store?.get(count).value).toBe(3))
    channel.emit(EVENTS.seek, { storyId: 'another', to: 0 })
    expect(store?.get(count).value).toBe(3)
  })
})

describe('a story whose code was edited', () => {
  const edited = (change: Partial<PlayheadParameter> = {}) =>
    shown('first', { store: (ports) => counting(ports), records: [...three], ...change })

  it('[SBA-7] comes back with its records, at its place', async () => {
    const { stores } = page()
    const element = {}
    const store = await stores.open(element, first)
    store?.dispatch(counter.added({ by: 100 }))
    await store?.timeline.seek(1)
    await stores.close(element)
    const again = await stores.open(element, edited())
    expect(again?.timeline.playhead).toMatchObject({ offset: 1, head: 3, status: 'parked' })
    expect(again?.get(count).value).toBe(3)
  })

  it('[SBA-7] plays again first, if it plays', async () => {
    const { stores } = page()
    const element = {}
    const store = await stores.open(element, { ...first, hasPlay: true })
    store?.dispatch(counter.added({ by: 100 }))
    await store?.timeline.seek(3)
    await stores.close(element)
    const again = await stores.open(element, { ...edited(), hasPlay: true })
    expect(again?.timeline.playhead).toMatchObject({ head: 2, status: 'live' })
    again?.dispatch(counter.added({ by: 200 }))
    again?.dispatch(counter.added({ by: 200 }))
    await stores.played(element)
    expect(again?.timeline.playhead).toMatchObject({ offset: 3, head: 4, status: 'parked' })
  })

  it('[SBA-7] begins with its own records if those were edited', async () => {
    const { stores } = page()
    const element = {}
    await (await stores.open(element, first))?.timeline.seek(0)
    await stores.close(element)
    const again = await stores.open(element, edited({ records: [counter.added({ by: 9 })] }))
    expect(again?.get(count).value).toBe(9)
  })

  it('[SBA-1] begins anew if its code was not edited', async () => {
    const { stores } = page()
    const element = {}
    const store = await stores.open(element, first)
    store?.dispatch(counter.added({ by: 100 }))
    await stores.close(element)
    expect((await stores.open(element, first))?.get(count).value).toBe(7)
  })

  it('[SBA-1] begins anew after another story was shown', async () => {
    const { stores } = page()
    const element = {}
    const store = await stores.open(element, first)
    store?.dispatch(counter.added({ by: 100 }))
    await stores.close(element)
    await stores.open(element, shown('second', { store: counting }))
    await stores.close(element)
    expect((await stores.open(element, edited()))?.get(count).value).toBe(7)
  })
})

describe('what the manager is told', () => {
  it('[SBA-14] says that a store could not be made, and why', async () => {
    const { stores, told } = page()
    const failing = () => {
      throw new Error('no clearing bank')
    }
    await expect(stores.open({}, shown('first', { store: failing }))).rejects.toThrow('no clearing bank')
    expect(told()).toMatchObject({
      storyId: 'first',
      hasStore: false,
      problems: [{ code: 'storybook/store-not-made' }],
    })
    expect(told().problems[0]?.message).toContain('no clearing bank')
  })

  it('[SBA-15] says where the story was when it threw', async () => {
    const { stores, told, channel } = page()
    await stores.open({}, shown('first', { store: counting, records: three, at: 0 }))
    channel.emit('storyThrewException', { name: 'Error', message: 'no such row' })
    expect(told().problems).toMatchObject([{ code: 'storybook/story-threw' }])
  })

  it('[SBA-16] is of the story that is shown', async () => {
    const { stores, told } = page()
    const element = {}
    await stores.open(element, shown('first', { store: counting, at: 99 }))
    expect(told().problems).toHaveLength(1)
    await stores.open(element, shown('second', { store: counting }))
    expect(told()).toMatchObject({ storyId: 'second', problems: [], steps: [] })
  })

  it('[SBA-20] has the steps of play', async () => {
    const { stores, told } = page()
    const element = {}
    const store = await stores.open(element, first)
    await stores.of(element)?.step('add', () => store?.dispatch(counter.added({ by: 1 })))
    expect(told().steps).toEqual([{ label: 'add', kind: 'step', depth: 0, from: 3, to: 3, failed: false }])
  })

  it('[SBA-21] has the interactions that led to records', async () => {
    const { stores, told, channel } = page()
    const store = await stores.open({}, first)
    const call = {
      id: 'call',
      storyId: 'first',
      method: 'click',
      interceptable: true,
      args: [{ __element__: { localName: 'button', innerText: 'Add' } }],
    }
    channel.emit(INTERACTION, { ...call, status: 'active' })
    store?.dispatch(counter.added({ by: 1 }))
    channel.emit(INTERACTION, { ...call, status: 'done' })
    channel.emit(INTERACTION, { ...call, storyId: 'another', status: 'done' })
    expect(told().steps).toEqual([
      { label: 'click "Add"', kind: 'interaction', depth: 0, from: 3, to: 3, failed: false },
    ])
  })

  it('[SBA-30] has the story as code, when it asks', async () => {
    const { stores, channel } = page()
    await stores.open({}, first)
    const code = vi.fn()
    channel.on(EVENTS.codeGiven, code)
    channel.emit(EVENTS.codeAsked, { storyId: 'first', from: 'First', name: 'Second' })
    expect(code).toHaveBeenCalledWith(expect.objectContaining({ storyId: 'first', name: 'Second' }))
  })

  it('[SBA-40] is told again when it asks: it may have come later', async () => {
    const { stores, told, channel, forget } = page()
    await stores.open({}, first)
    forget()
    channel.emit(EVENTS.asked)
    expect(told()).toMatchObject({ storyId: 'first', hasStore: true })
  })
})

const INTERACTION = 'storybook/instrumenter/call'

function shown(id: string, parameter: PlayheadParameter): StoryShown {
  return { id, title: id, parameter, hasPlay: false, at: undefined }
}

/** A preview with a channel to nobody, that notes what was told. */
function page() {
  const channel = channelOf()
  const heard: StoryTold[] = []
  channel.on(EVENTS.story, (story: StoryTold) => heard.push(story))
  const told = () => {
    const last = heard.at(-1)
    if (!last) throw new Error('Nothing was told.')
    return last
  }
  return { channel, told, forget: () => heard.splice(0), stores: new StoryStores(channel) }
}

function channelOf(): Channel {
  const listeners = new Map<string, ((payload: unknown) => void)[]>()
  return {
    emit(event, payload) {
      for (const listener of listeners.get(event) ?? []) listener(payload)
    },
    on: (event, listener) => void listeners.set(event, [...(listeners.get(event) ?? []), listener]),
    off: (event, listener) =>
      void listeners.set(
        event,
        (listeners.get(event) ?? []).filter((each) => each !== listener),
      ),
  }
}
