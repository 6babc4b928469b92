import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { inPageWires } from '../transport/inPageWires.ts'
import { clonedWire } from './clonedWire.ts'

it('[MNT-6] makes what comes from another frame anew, of this one’s built-ins', async () => {
  const [there, here] = inPageWires()
  const foreign = runInNewContext('({ path: ["ledger", 3], at: new Date(5) })')
  expect(Object.getPrototypeOf(foreign)).not.toBe(Object.prototype)

  const heard = new Promise<{ path: unknown[]; at: Date }>((resolve) =>
    clonedWire(here).onMessage((message) => resolve(message as { path: unknown[]; at: Date })),
  )
  there.post(foreign)
  const message = await heard
  expect(message).not.toBe(foreign)
  expect([message, message.path, message.at].map((value) => Object.getPrototypeOf(value))).toEqual([
    Object.prototype,
    Array.prototype,
    Date.prototype,
  ])
  expect(message).toEqual({ path: ['ledger', 3], at: new Date(5) })
})

it('[MNT-6] says nothing more when it was stopped or closed', async () => {
  const [there, here] = inPageWires()
  const heard: unknown[] = []
  const wire = clonedWire(here)
  const stop = wire.onMessage((message) => heard.push(message))
  stop()
  there.post('unheard')
  wire.close()
  there.post('after')
  await Promise.resolve()
  expect(heard).toEqual([])
})
