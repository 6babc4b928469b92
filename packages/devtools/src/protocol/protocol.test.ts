import { MessageChannel } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { inPageWires } from '../transport/inPageWires.ts'
import type { Port } from '../transport/portWire.ts'
import { portWire } from '../transport/portWire.ts'
import { connectPanel } from './connectPanel.ts'
import type { CallHandlers, FeedHandlers } from './serveAgent.ts'
import { serveAgent } from './serveAgent.ts'
import type { Wire } from './Wire.ts'

const overBoth: readonly (readonly [string, () => readonly [Wire, Wire]])[] = [
  ['in the page', inPageWires],
  [
    'over a message port',
    () => {
      const { port1, port2 } = new MessageChannel()
      return [portWire(port1 as unknown as Port), portWire(port2 as unknown as Port)]
    },
  ],
]

describe.each(overBoth)('the protocol %s', (_name, wires) => {
  it('[DEV-1] answers a call, and refuses with a code what the agent cannot do', async () => {
    const { panel, close } = connected(wires(), {
      hello: ({ protocol }) => ({ protocol, app: 'bank' }),
      rows: () => {
        throw Object.assign(new Error('no such list'), { code: 'devtools/no-list' })
      },
    })
    await expect(panel.call('hello', { protocol: 1 })).resolves.toEqual({ protocol: 1, app: 'bank' })
    await expect(panel.call('rows', { store: 'a', list: 'b', from: 0, to: 1 })).rejects.toMatchObject({
      code: 'devtools/no-list',
      message: 'no such list',
    })
    close()
  })

  it('[DEV-1] says so when the agent does not know a call', async () => {
    const { panel, close } = connected(wires(), {})
    await expect(panel.call('live', { store: 'a' })).rejects.toMatchObject({ code: 'devtools/unknown-call' })
    close()
  })

  it('[DEV-1] passes over what is no message of a panel, and names that are none', async () => {
    const [agent, other] = wires()
    const { panel, close } = connected([agent, other], { hello: () => ({ protocol: 1, app: 'bank' }) })
    for (const message of [null, 'text', 7, {}, { ask: 'x', call: 'hello' }, { type: 'from another program' }])
      other.post(message)
    await expect(panel.call('constructor' as 'hello', { protocol: 1 })).rejects.toMatchObject({
      code: 'devtools/unknown-call',
    })
    await expect(panel.call('hello', { protocol: 1 })).resolves.toMatchObject({ app: 'bank' })
    close()
  })

  it('[DEV-2] sends the parts of a feed in order, until it ends', async () => {
    const { panel, close } = connected(
      wires(),
      {},
      {
        overview: (_give, out) => {
          out.part([])
          out.part([])
          out.end()
          out.part([])
          return () => {}
        },
      },
    )
    const heard: string[] = []
    await new Promise<void>((resolve) =>
      panel.listen(
        'overview',
        {},
        {
          part: () => heard.push('part'),
          ended: () => {
            heard.push('end')
            resolve()
          },
        },
      ),
    )
    expect(heard).toEqual(['part', 'part', 'end'])
    close()
  })

  it('[DEV-2] stops a feed at the agent when the panel stops listening', async () => {
    let stop = () => {}
    const stopped = new Promise<void>((resolve) => {
      const { panel } = connected(wires(), {}, { overview: () => resolve })
      stop = panel.listen('overview', {}, { part() {} })
    })
    stop()
    await expect(stopped).resolves.toBeUndefined()
  })

  it('[DEV-3] refuses what waits for an answer when the connection is closed', async () => {
    const { panel } = connected(wires(), { hello: () => new Promise(() => {}) })
    const waiting = panel.call('hello', { protocol: 1 })
    panel.close()
    await expect(waiting).rejects.toMatchObject({ code: 'devtools/closed' })
    // And so is what is asked after it.
    await expect(panel.call('hello', { protocol: 1 })).rejects.toMatchObject({ code: 'devtools/closed' })
  })
})

function connected(
  [agent, panelWire]: readonly [Wire, Wire],
  calls: Partial<CallHandlers>,
  feeds: Partial<FeedHandlers> = {},
) {
  serveAgent(agent, calls as CallHandlers, feeds as FeedHandlers)
  const panel = connectPanel(panelWire)
  return { panel, close: () => panel.close() }
}
