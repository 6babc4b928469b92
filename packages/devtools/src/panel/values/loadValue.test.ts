import { expect, it } from 'vitest'
import { preview, previewParts } from '../../agent/preview/preview.ts'
import { valueAt } from '../../agent/values/valueAt.ts'
import type { ValueRef } from '../../protocol/values.ts'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import { loadValue } from './loadValue.ts'
import { pathKey } from './paths.ts'

const state = (at: number): ValueRef => ({ store: 'bank', value: { of: 'state', at }, path: [] })
const turn = () => new Promise((resolve) => setTimeout(resolve))

/** A loader of states that are functions of the place; `asked` names what it asked. */
function loading(stateAt: (at: number) => unknown) {
  const asked: string[] = []
  const at = ({ value, path }: ValueRef) => valueAt(stateAt(Number(value.at)), path)
  const agent = scriptedAgent({
    calls: {
      value(give) {
        asked.push(`value ${give.value.at}`)
        return preview(at(give))
      },
      children(give) {
        asked.push(`children ${give.value.at} ${give.from}`)
        return previewParts(at(give), give.from, give.to)
      },
    },
  })
  return { loader: loadValue(agent), asked }
}

const long = (first: number) => ({ rows: Array.from({ length: 500 }, (_, index) => (index === 0 ? first : index)) })

it('[VAL-2] asks for a window once, and not for what came with the value', async () => {
  const { loader, asked } = loading(() => ({ few: [1, 2], ...long(0) }))
  loader.show(state(1))
  await turn()
  const windows = [
    { of: ['few'], number: 0 },
    { of: ['rows'], number: 2 },
  ]
  loader.want(windows)
  loader.want(windows)
  await turn()
  loader.want(windows)
  expect(asked).toEqual(['value 1', 'children 1 200'])
  expect(loader.loaded.child(['rows'], 250)).toMatchObject({ key: 250 })
  expect(loader.loaded.child(['rows'], 350)).toBeUndefined()
})

it('[VAL-5] asks next for the last of the places that were wanted meanwhile', async () => {
  const { loader, asked } = loading((at) => ({ at }))
  for (let at = 1; at <= 50; at++) loader.show(state(at))
  await turn()
  await turn()
  expect(asked).toEqual(['value 1', 'value 50'])
})

it('[VAL-4] keeps what is shown until the next is there', async () => {
  const { loader } = loading((at) => long(at))
  loader.show(state(1))
  await turn()
  loader.want([{ of: ['rows'], number: 0 }])
  await turn()
  loader.show(state(2))
  expect(loader.loaded.child(['rows'], 0)).toMatchObject({ value: { text: '1' } })
  await turn()
  expect(loader.loaded.child(['rows'], 0)).toMatchObject({ value: { text: '1' } })
  loader.want([{ of: ['rows'], number: 0 }])
  await turn()
  expect(loader.loaded.child(['rows'], 0)).toMatchObject({ value: { text: '2' } })
})

it('[VAL-6] knows what is not as it was at the place shown before', async () => {
  const { loader } = loading((at) => ({ at, same: 1 }))
  loader.show(state(1))
  await turn()
  expect([...loader.loaded.changed]).toEqual([])
  loader.show(state(2))
  await turn()
  expect([...loader.loaded.changed].sort()).toEqual([pathKey([]), pathKey(['at'])].sort())
})

it('[VAL-6] calls nothing of another value changed', async () => {
  const { loader } = loading((at) => ({ at }))
  loader.show({ ...state(1), value: { of: 'payload', at: 1 } })
  await turn()
  loader.show({ ...state(2), value: { of: 'payload', at: 2 } })
  await turn()
  expect([...loader.loaded.changed]).toEqual([])
})

it('[VAL-10] says why a value cannot be shown, and shows the next', async () => {
  const { loader } = loading((at) => {
    if (at === 2) throw new Error('not loaded')
    return { at }
  })
  loader.show(state(2))
  await turn()
  expect(loader.loaded.refused?.message).toBe('not loaded')
  loader.show(state(3))
  await turn()
  expect(loader.loaded.refused).toBeUndefined()
  expect(loader.loaded.child([], 0)).toMatchObject({ key: 'at' })
})

it('[VAL-2] keeps so many windows, however far somebody scrolls, and those that are needed', async () => {
  const { loader, asked } = loading(() => ({ rows: Array.from({ length: 20_000 }, (_, index) => index) }))
  loader.show(state(1))
  await turn()
  const needed = { of: ['rows'], number: 0 }
  for (let number = 0; number < 200; number++) loader.want([needed, { of: ['rows'], number }])
  await turn()
  loader.want([needed])
  expect(loader.loaded.child(['rows'], 50)).toMatchObject({ key: 50 })
  expect(loader.loaded.child(['rows'], 19_950)).toMatchObject({ key: 19_950 })
  const kept = Array.from({ length: 200 }, (_, number) => loader.loaded.child(['rows'], number * 100 + 50)).filter(
    Boolean,
  )
  expect(kept.length).toBeLessThanOrEqual(50)
  const before = asked.length
  loader.want([{ of: ['rows'], number: 1 }])
  await turn()
  expect(asked.slice(before)).toEqual(['children 1 100'])
})
