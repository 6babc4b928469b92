import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { StoreOverview } from '../../protocol/overview.ts'
import type { CallHandlers, FeedOut } from '../../protocol/serveAgent.ts'
import { useNotices } from '../app/NoticesContext.ts'
import { empty, overviewOf, parked } from '../app/overview.fixtures.ts'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { useStores } from '../connection/StoresContext.ts'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import type { Arrangement } from '../model/arrangement.ts'
import { arrangement } from '../model/arrangement.ts'
import { useSelector } from '../model/panelStore.ts'
import { TransportBar } from './TransportBar.tsx'
import { useTransport } from './useTransport.ts'

function Bar() {
  const { current } = useStores()
  const { speed, loop } = useSelector(arrangement)
  const { transport, bound } = useTransport(current)
  if (!current) return null
  return <TransportBar playhead={current.playhead} bound={bound} speed={speed} loop={loop} transport={transport} />
}

function shown(first: StoreOverview, arranged: Partial<Arrangement> = {}, calls: Partial<CallHandlers> = {}) {
  const asked: (readonly [string, unknown])[] = []
  const note =
    <Name extends keyof CallHandlers>(name: Name) =>
    (give: unknown) => {
      asked.push([name, give])
      return undefined as never
    }
  let feed: FeedOut<readonly StoreOverview[]> | undefined
  const agent = scriptedAgent({
    calls: { seek: note('seek'), play: note('play'), pause: note('pause'), live: note('live'), ...calls },
    feeds: {
      overview: (_give, out) => {
        feed = out
        out.part([first])
        return () => {}
      },
    },
  })
  render(
    <PanelWith agent={agent} arranged={arranged}>
      <Bar />
    </PanelWith>,
  )
  const tell = async (store: StoreOverview) => {
    await act(async () => {
      feed?.part([store])
      await Promise.resolve()
    })
  }
  return { asked, tell }
}

const slider = () => screen.findByRole('slider', { name: 'Playhead' })

describe('the transport bar', () => {
  it('[PLY-2] steps by arrows, goes further by PageUp and PageDown, and to the ends by Home and End', async () => {
    const { asked } = shown(parked)
    const playhead = await slider()
    expect(playhead).toHaveAttribute('aria-valuetext', 'Record 1,234 of 0 to 5,022')
    for (const key of ['ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp', 'Home', 'End']) {
      await act(async () => {
        fireEvent.keyDown(playhead, { key })
        for (let turn = 0; turn < 10; turn++) await Promise.resolve()
      })
    }
    expect(asked.map(([, give]) => (give as { to: number }).to)).toEqual([1235, 1234, 1485, 1234, -1, 5022])
  })

  it('[PLY-2] shows at once where the playhead is bound for, and then where the app says it is', async () => {
    const { tell } = shown(parked)
    const playhead = await slider()
    await act(async () => {
      fireEvent.keyDown(playhead, { key: 'End' })
      for (let turn = 0; turn < 10; turn++) await Promise.resolve()
    })
    expect(playhead).toHaveAttribute('aria-valuenow', '5022')
    await tell(overviewOf({ playhead: { ...parked.playhead, offset: 5022 } }))
    await tell(overviewOf({ playhead: { ...parked.playhead, offset: 17 } }))
    expect(playhead).toHaveAttribute('aria-valuenow', '17')
  })

  it('[PLY-3] plays at the chosen speed and in the chosen loop, and pauses', async () => {
    const { asked, tell } = shown(parked, { speed: 4, loop: { from: 10, to: 20 } })
    await userEvent.click(await screen.findByRole('button', { name: 'Play' }))
    expect(asked).toEqual([['play', { store: 'bank', speed: 4, maxIdleMs: 1000, loop: { from: 10, to: 20 } }]])
    await tell(overviewOf({ playhead: { ...parked.playhead, status: 'playing' } }))
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }))
    expect(asked.at(-1)).toEqual(['pause', { store: 'bank' }])
  })

  it('[PLY-3] plays without a loop that lies beyond the end of this log', async () => {
    const { asked } = shown(parked, { loop: { from: 10, to: 900_000 } })
    await userEvent.click(await screen.findByRole('button', { name: 'Play' }))
    expect(asked).toEqual([['play', { store: 'bank', speed: 1, maxIdleMs: 1000 }]])
  })

  it('[PLY-3] goes on at another speed while it plays', async () => {
    const { asked } = shown(overviewOf({ playhead: { ...parked.playhead, status: 'playing' } }))
    await userEvent.click(await screen.findByRole('button', { name: 'Speed: 1×' }))
    await userEvent.click(screen.getByRole('menuitemradio', { name: '16×' }))
    expect(asked).toEqual([['play', { store: 'bank', speed: 16, maxIdleMs: 1000 }]])
  })

  it('[PLY-3] loops from here to the newest record, until another end is chosen', async () => {
    shown(parked)
    const choose = async (name: RegExp) => {
      await userEvent.click(await screen.findByRole('button', { name: /^Loop:/ }))
      await userEvent.click(screen.getByRole('menuitem', { name }))
    }
    await choose(/Loop from here/)
    expect(screen.getByRole('button', { name: 'Loop: from 1,234 to 5,022' })).toBeVisible()
    await choose(/No loop/)
    await choose(/Loop to here/)
    expect(screen.getByRole('button', { name: 'Loop: from the start to 1,234' })).toBeVisible()
  })

  it('[PLY-3] says how many records are newer, and follows them again', async () => {
    const { asked } = shown(parked)
    expect(await screen.findByText('3,788 newer')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Live' }))
    expect(asked).toEqual([['live', { store: 'bank' }]])
  })

  it('[PLY-3] has nothing to move in an empty log', async () => {
    const { asked } = shown(empty)
    expect(await slider()).toHaveAttribute('aria-disabled', 'true')
    expect(screen.getByRole('button', { name: 'Play' })).toBeDisabled()
    expect(asked).toEqual([])
  })

  it('[PLY-4] says what the app refuses', async () => {
    const notices: string[] = []
    const refuse = () => {
      throw Object.assign(new Error('Cannot seek to offset 5022: it is on the disk alone.'), {
        code: 'timeline/not-loaded',
      })
    }
    function Notices() {
      const queue = useNotices()
      vi.spyOn(queue, 'show').mockImplementation((toast) => notices.push(toast.title))
      return null
    }
    render(
      <PanelWith
        agent={scriptedAgent({
          calls: { seek: refuse },
          feeds: {
            overview: (_give, out) => {
              out.part([parked])
              return () => {}
            },
          },
        })}
      >
        <Notices />
        <Bar />
      </PanelWith>,
    )
    fireEvent.keyDown(await slider(), { key: 'End' })
    await waitFor(() => expect(notices).toEqual(['Cannot seek to offset 5022: it is on the disk alone.']))
    await waitFor(async () => expect(await slider()).toHaveAttribute('aria-valuenow', '1234'))
  })
})
