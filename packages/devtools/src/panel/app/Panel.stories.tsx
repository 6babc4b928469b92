import type { Meta, StoryObj } from '@storybook/react-vite'
import { useEffect, useState } from 'react'
import { expect, within } from 'storybook/test'
import type { StoreOverview } from '../../protocol/overview.ts'
import { AgentContext } from '../connection/AgentContext.ts'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import { createPanelStore, StoreProvider } from '../model/panelStore.ts'
import { bankLog, bankScript } from '../records/records.fixtures.ts'
import { overviewOf } from './overview.fixtures.ts'
import { Panel } from './Panel.tsx'

interface StoryArgs {
  records?: number
  stores?: readonly StoreOverview[]
  heightPx?: number
  widthPx?: number
  protocol?: number
  isSilent?: boolean
  /** The connection is closed after the first answer. */
  isClosed?: boolean
}

function Story({
  records = 2000,
  stores,
  heightPx = 480,
  widthPx,
  protocol = 1,
  isSilent = false,
  isClosed = false,
}: StoryArgs) {
  const [agent] = useState(() => {
    const script = bankScript(bankLog(records))
    return scriptedAgent({
      calls: {
        ...script.calls,
        hello: () => (isSilent ? new Promise(() => {}) : { protocol, app: 'Playhead bank' }),
      },
      feeds: {
        ...script.feeds,
        ...(stores && {
          overview: (_give, out) => {
            out.part(stores)
            return () => {}
          },
        }),
      },
    })
  })
  const [store] = useState(() => createPanelStore())
  useEffect(() => {
    if (!isClosed) return
    const timer = setTimeout(() => agent.close(), 500)
    return () => clearTimeout(timer)
  }, [agent, isClosed])
  return (
    <div style={{ blockSize: heightPx, ...(widthPx !== undefined && { inlineSize: widthPx }) }}>
      <AgentContext value={agent}>
        <StoreProvider store={store}>
          <Panel />
        </StoreProvider>
      </AgentContext>
    </div>
  )
}

const meta = {
  title: 'devtools/Panel',
  component: Story,
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof Story>
export default meta
type StoryOf = StoryObj<typeof meta>

export const Wide: StoryOf = {
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('region', { name: 'Records' })).toBeVisible()
    await expect(within(canvasElement).getByRole('region', { name: 'Inspector' })).toBeVisible()
  },
}
export const Tall: StoryOf = { args: { heightPx: 780, widthPx: 520 } }
export const Tabs: StoryOf = { args: { heightPx: 520, widthPx: 360 } }
export const Million: StoryOf = { args: { records: 1_000_000 } }
export const EmptyLog: StoryOf = { args: { records: 0 } }
export const NoStore: StoryOf = { args: { stores: [] } }
export const Locked: StoryOf = { args: { stores: [overviewOf({ locked: true })] } }
export const Connecting: StoryOf = { args: { isSilent: true } }
export const OtherVersion: StoryOf = { args: { protocol: 99 } }
export const NotAnswering: StoryOf = {
  args: { isClosed: true },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('The app does not answer', undefined, { timeout: 10_000 })
    await expect(within(canvasElement).getByRole('region', { name: 'Records' })).toBeVisible()
  },
}
