import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { StoreOverview } from '../../protocol/overview.ts'
import { overviewOf } from '../app/overview.fixtures.ts'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import { Dispatch } from './Dispatch.tsx'

function shown(store: StoreOverview = overviewOf(), refusal?: string) {
  const dispatched: unknown[] = []
  const agent = scriptedAgent({
    calls: {
      types: () => [
        { type: 'payments/asked', slice: 'payments', records: 12, hasSchema: false },
        { type: 'ledger/entryPosted', slice: 'ledger', records: 4970, hasSchema: true },
      ],
      payloadShape: ({ type }) => ({
        schema: undefined,
        seen: type === 'payments/asked' ? ['{"minor":500,"to":"rent"}', '{"minor":1}'] : [],
        records: 12,
      }),
      dispatch: (give) => {
        if (refusal !== undefined) throw Object.assign(new Error(refusal), { code: 'dispatch/parked' })
        dispatched.push(give)
        return undefined
      },
    },
    feeds: {
      overview: (_give, out) => {
        out.part([store])
        return () => {}
      },
    },
  })
  render(
    <PanelWith agent={agent}>
      <Dispatch />
    </PanelWith>,
  )
  return dispatched
}

const type = () => screen.findByRole('combobox', { name: 'Type' })
const payload = () => screen.getByRole('textbox', { name: 'Payload' })
const button = () => screen.getByRole('button', { name: 'Dispatch' })

describe('dispatching by hand', () => {
  it('[HND-1] finds a type among those that were seen, brings its newest payload, and sends it', async () => {
    const dispatched = shown()
    await userEvent.type(await type(), 'asked')
    await userEvent.click(await screen.findByRole('option', { name: /payments\/asked/ }))
    expect(await screen.findByDisplayValue(/"to": "rent"/)).toBe(payload())
    await userEvent.click(button())
    expect(dispatched).toEqual([
      { store: 'bank', type: 'payments/asked', payload: JSON.stringify({ minor: 500, to: 'rent' }, undefined, 2) },
    ])
  })

  it('[HND-1] sends a type that was never seen, without a payload', async () => {
    const dispatched = shown()
    await userEvent.type(await type(), 'todo/cleared')
    await userEvent.click(button())
    expect(dispatched).toEqual([{ store: 'bank', type: 'todo/cleared', payload: '' }])
  })

  it('[HND-1] says what is wrong with a payload, and sends nothing', async () => {
    const dispatched = shown()
    await userEvent.type(await type(), 'todo/cleared')
    await userEvent.type(payload(), '{{minor: 5}')
    expect(payload()).toBeInvalid()
    expect(payload()).toHaveAccessibleDescription(/JSON/)
    expect(button()).toBeDisabled()
    await userEvent.type(payload(), '{Control>}{Enter}{/Control}')
    expect(dispatched).toEqual([])
  })

  it('[HND-1] says what the app refuses', async () => {
    shown(overviewOf(), 'The past is read-only. (dispatch/parked)')
    await userEvent.type(await type(), 'todo/cleared')
    await userEvent.click(button())
    expect(await screen.findByRole('alert')).toHaveTextContent('The past is read-only. (dispatch/parked)')
  })

  it('[HND-2] takes nothing while the app is locked', async () => {
    shown(overviewOf({ locked: true }))
    await userEvent.type(await type(), 'todo/cleared')
    expect(screen.getByText('The app is locked')).toBeVisible()
    expect(button()).toBeDisabled()
  })
})
