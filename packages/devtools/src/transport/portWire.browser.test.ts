import { action, createActions, createSlice, createStore } from '@playhead/core'
import { expect, it } from 'vitest'
import { createAgent } from '../agent/createAgent.ts'
import { connectPanel } from '../protocol/connectPanel.ts'
import type { StoreOverview } from '../protocol/overview.ts'
import { portWire } from './portWire.ts'

const counter = createActions('counter', { added: action<number>() })
const count = createSlice('count', { value: 0 }, (on) => [
  on(counter.added, (state, { payload }) => {
    state.value += payload
  }),
])

/** Both ends of a port, each in its own hands. */
const ports = {
  'a message channel': () => {
    const { port1, port2 } = new MessageChannel()
    return [port1, port2] as const
  },
  'a broadcast channel': () => {
    const name = `playhead ${crypto.randomUUID()}`
    return [new BroadcastChannel(name), new BroadcastChannel(name)] as const
  },
}

it.each(Object.keys(ports) as (keyof typeof ports)[])(
  '[MNT-11] a panel reads a store and moves its playhead over %s',
  async (kind) => {
    const store = createStore({ slices: [count] })
    await store.ready
    for (let record = 0; record < 5; record++) store.dispatch(counter.added(1))
    const agent = createAgent({ app: 'till' })
    agent.attach(store, { name: 'till' })
    const [forApp, forPanel] = ports[kind]()
    const stop = agent.serve(portWire(forApp))
    const panel = connectPanel(portWire(forPanel))

    await expect(panel.call('hello', { protocol: 1 })).resolves.toMatchObject({ app: 'till' })
    const overviews: StoreOverview[] = []
    const told = new Promise<StoreOverview>((resolve) =>
      panel.listen(
        'overview',
        {},
        {
          part: ([first]) => {
            if (first) overviews.push(first)
            if (first?.playhead.offset === 2) resolve(first)
          },
        },
      ),
    )
    await expect.poll(() => overviews.length).toBeGreaterThan(0)
    await panel.call('seek', { store: overviews[0]?.id ?? '', to: 2 })
    await expect(told).resolves.toMatchObject({ name: 'till', playhead: { head: 4, status: 'parked' } })
    expect(store.getState()).toEqual({ count: { value: 3 } })

    panel.close()
    stop()
    await store.close()
  },
)
