import { expect, it } from 'vitest'
import { channelWire, serveChannel } from './channelWire.ts'

/** Storybook's channel, as far as text goes. */
function channelOf() {
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const of = (event: string) => listeners.get(event) ?? listeners.set(event, new Set()).get(event) ?? new Set()
  return {
    emit(event: string, payload?: unknown) {
      for (const listener of of(event)) listener(JSON.parse(JSON.stringify(payload)))
    },
    on: (event: string, listener: (payload: unknown) => void) => void of(event).add(listener),
    off: (event: string, listener: (payload: unknown) => void) => void of(event).delete(listener),
  }
}

const deep = (depth: number): unknown => (depth === 0 ? [undefined, 1n, new Date(0)] : { deeper: deep(depth - 1) })

it('[SBA-43] carries what is deep, and what JSON does not know', () => {
  const channel = channelOf()
  const heard: unknown[] = []
  channelWire(channel, { sends: 'b', hears: 'a', connection: '1' }).onMessage((message) => heard.push(message))
  channelWire(channel, { sends: 'a', hears: 'b', connection: '1' }).post(deep(40))
  expect(heard).toEqual([deep(40)])
})

it('[SBA-43] hears nothing after it was closed', () => {
  const channel = channelOf()
  const heard: unknown[] = []
  const wire = channelWire(channel, { sends: 'b', hears: 'a', connection: '1' })
  wire.onMessage((message) => heard.push(message))
  const stop = wire.onMessage((message) => heard.push(message))
  stop()
  wire.close()
  channelWire(channel, { sends: 'a', hears: 'b', connection: '1' }).post(1)
  expect(heard).toEqual([])
})

it('[SBA-44] serves the panel that was opened last, and nothing that one before it still says', () => {
  const channel = channelOf()
  const served: unknown[][] = []
  serveChannel(channel, {
    sends: 'down',
    hears: 'up',
    serve(wire) {
      const messages: unknown[] = []
      served.push(messages)
      return wire.onMessage((message) => messages.push(message))
    },
  })
  const first = channelWire(channel, { sends: 'up', hears: 'down', connection: '1' })
  const second = channelWire(channel, { sends: 'up', hears: 'down', connection: '2' })
  first.post('a')
  first.post('b')
  second.post('c')
  first.post('goodbye')
  second.post('d')
  expect(served).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
})
