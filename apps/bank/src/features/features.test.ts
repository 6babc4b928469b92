import { readdirSync, readFileSync } from 'node:fs'
import { memoryLog } from '@playhead/core'
import { virtualTime } from '@playhead/core/testing'
import { describe, expect, it } from 'vitest'
import { createBankStore } from '../app/createBankStore.ts'
import { features } from '../app/features.ts'
import { ledger } from '../ledger/index.ts'
import { balanceOf, netWorth } from './accounts/index.ts'
import { payments } from './payments/actions.ts'
import { order, ownAccounts } from './payments/payments.fixtures.ts'

const source = new URL('..', import.meta.url)
const removable = features.map(({ name }) => name)

/** Every file of the app that is shipped, by its path within `src`. */
const shipped = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /[.]tsx?$/.test(path) && !/[.](test|stories|fixtures)[.]tsx?$/.test(path),
)

describe('features', () => {
  it('[FEA-1] lie in the folder of their name', () => {
    expect(removable.length).toBeGreaterThan(0)
    expect(new Set(removable).size).toBe(removable.length)
    for (const name of removable) expect(shipped).toContain(`features/${name}/feature.ts`)
  })

  it.each(removable)('[FEA-2] nothing outside names %s, so its folder can be taken out', (name) => {
    for (const path of shipped.filter((each) => !each.startsWith(`features/${name}/`))) {
      const imports = readFileSync(new URL(path, source), 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)
      for (const [, to] of imports) {
        expect(new URL(to as string, new URL(path, source)).href, `${path} imports ${to}`).not.toContain(
          `/features/${name}/`,
        )
      }
    }
  })

  it.each(removable)('[FEA-3] without %s the bank opens the same log, and its money is the same', async (name) => {
    const time = virtualTime()
    const whole = createBankStore(time)
    whole.dispatch(ownAccounts)
    whole.dispatch(payments.requested(order))
    const records = Array.from({ length: whole.timeline.playhead.head + 1 }, (_, at) => whole.recordAt(at)).filter(
      (record) => record !== undefined,
    )
    const rest = createBankStore({
      ...time,
      log: memoryLog({ records }),
      features: features.filter((feature) => feature.name !== name),
    })
    const problems: string[] = []
    rest.error$.subscribe(({ code }) => problems.push(code))
    await rest.ready
    expect(rest.get(netWorth)).toEqual(whole.get(netWorth))
    expect(rest.get(balanceOf('savings'))).toBe(25_000)
    expect(rest.get(ledger).entries.size).toBe(whole.get(ledger).entries.size)
    rest.dispatch({ type: 'bank/holdReleased', payload: { holdId: 'none' } })
    expect(problems).toEqual([])
  })
})
