import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StoreOverview } from '../../protocol/overview.ts'
import type { CallHandlers, FeedOut } from '../../protocol/serveAgent.ts'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { useStores } from '../connection/StoresContext.ts'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import { useConnection } from '../connection/useConnection.ts'
import { panel } from '../model/panelActions.ts'
import type { PanelStore } from '../model/panelStore.ts'
import { branch, overviewOf } from './overview.fixtures.ts'
import { PanelMessage } from './PanelMessage.tsx'

describe('the connection', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function Greeting() {
    const connection = useConnection()
    return connection.kind === 'open' ? <p>{connection.app} is here</p> : <PanelMessage connection={connection} />
  }
  const greeted = (hello: CallHandlers['hello']) =>
    render(
      <PanelWith agent={scriptedAgent({ calls: { hello } })}>
        <Greeting />
      </PanelWith>,
    )
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

  it('[FRM-2] is made when the app answers', async () => {
    greeted(({ protocol }) => ({ protocol, app: 'bank' }))
    expect(screen.getByRole('progressbar', { name: 'Connecting to the app' })).toBeInTheDocument()
    await pass(0)
    expect(screen.getByText('bank is here')).toBeVisible()
  })

  it('[FRM-2] says which versions do not fit', async () => {
    greeted(() => ({ protocol: 99, app: 'bank' }))
    await pass(0)
    expect(screen.getByRole('heading')).toHaveTextContent('of different versions')
    expect(screen.getByText(/bank speaks version 99/)).toBeVisible()
  })

  it('[FRM-2] is lost when the app does not answer, and there again when it does', async () => {
    let isBusy = false
    let answer = () => {}
    greeted(({ protocol }) => {
      const hello = { protocol, app: 'bank' }
      if (!isBusy) return hello
      return new Promise((resolve) => {
        answer = () => resolve(hello)
      })
    })
    await pass(0)
    isBusy = true
    await pass(3_000)
    expect(screen.getByText('bank is here')).toBeVisible()
    await pass(5_000)
    expect(screen.getByRole('heading')).toHaveTextContent('The app does not answer')
    answer()
    await pass(0)
    expect(screen.getByText('bank is here')).toBeVisible()
  })

  it('[FRM-2] is lost when it was closed', async () => {
    const agent = scriptedAgent({ calls: { hello: ({ protocol }) => ({ protocol, app: 'bank' }) } })
    render(
      <PanelWith agent={agent}>
        <Greeting />
      </PanelWith>,
    )
    await pass(0)
    agent.close()
    await pass(10_000)
    expect(screen.getByRole('heading')).toHaveTextContent('The app does not answer')
  })
})

describe('the store in focus', () => {
  function Name() {
    return <p>looks at {useStores().current?.name ?? 'nothing'}</p>
  }

  it('[FRM-3] is the one that the app shows, then the one that was chosen, and another when that has left', async () => {
    let feed: FeedOut<readonly StoreOverview[]> | undefined
    let store: PanelStore | undefined
    render(
      <PanelWith
        agent={scriptedAgent({
          feeds: {
            overview: (_give, out) => {
              feed = out
              return () => {}
            },
          },
        })}
        ready={(created) => {
          store = created
        }}
      >
        <Name />
      </PanelWith>,
    )
    const tell = (...stores: StoreOverview[]) =>
      act(async () => {
        feed?.part(stores)
        for (let turn = 0; turn < 5; turn++) await Promise.resolve()
      })
    await act(async () => {})
    await tell(branch, overviewOf())
    expect(screen.getByText('looks at bank')).toBeVisible()
    await act(async () => void store?.dispatch(panel.storeChosen(branch.id)))
    expect(screen.getByText('looks at without the rent')).toBeVisible()
    await tell(overviewOf())
    expect(screen.getByText('looks at bank')).toBeVisible()
    await tell()
    expect(screen.getByText('looks at nothing')).toBeVisible()
  })
})
