import { expect, it } from 'vitest'
import { channelWire } from './channelWire.ts'

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
  channelWire(channel, { sends: 'b', hears: 'a' }).onMessage((message) => heard.push(message))
  channelWire(channel, { sends: 'a', hears: 'b' }).post(deep(40))
  expect(heard).toEqual([deep(40)])
})

it('[SBA-43] hears nothing after it was closed', () => {
  const channel = channelOf()
  const heard: unknown[] = []
  const wire = channelWire(channel, { sends: 'b', hears: 'a' })
  wire.onMessage((message) => heard.push(message))
  const stop = wire.onMessage((message) => heard.push(message))
  stop()
  wire.close()
  channelWire(channel, { sends: 'a', hears: 'b' }).post(1)
  expect(heard).toEqual([])
})
