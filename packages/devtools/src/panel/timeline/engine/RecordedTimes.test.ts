import { expect, it } from 'vitest'
import { formulaAgent, timeOf } from '../timelineAgent.fixtures.ts'
import { RecordedTimes } from './RecordedTimes.ts'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

it('[TRK-2] asks for the times of a frame together, each once', async () => {
  const { agent, asked } = formulaAgent({ records: 100 })
  let came = 0
  const times = new RecordedTimes(agent, () => {
    came++
  })
  expect([times.at('bank', 3), times.at('bank', 4), times.at('bank', 3)]).toEqual([undefined, undefined, undefined])
  await turn()
  expect([times.at('bank', 3), times.at('bank', 4)]).toEqual([timeOf(3), timeOf(4)])
  await turn()
  expect([came, asked.map(({ give }) => give)]).toEqual([1, [{ store: 'bank', places: [3, 4] }]])
})

it('[TRK-2] does not ask again for what was refused', async () => {
  const { agent, asked } = formulaAgent({ records: 100, answers: 'refused' })
  const times = new RecordedTimes(agent, () => undefined)
  times.at('bank', 3)
  await turn()
  times.at('bank', 3)
  await turn()
  expect(asked).toHaveLength(1)
})
