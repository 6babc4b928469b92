import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { userEvent, within } from 'storybook/test'
import type { CallHandlers } from '../../protocol/serveAgent.ts'
import type { SessionCheck } from '../../protocol/sessions.ts'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import { inspectedApp } from '../inspector/inspectedApp.fixtures.ts'
import { Sessions } from './Sessions.tsx'
import { brokenFile, foreignFile, newerFile, sessionCalls, wholeFile } from './sessions.fixtures.ts'

interface StoryProps {
  readonly calls?: Partial<CallHandlers>
  readonly check?: SessionCheck
  readonly blockSize?: string
  readonly inlineSize?: string
}

function SessionsStory({ calls, check = wholeFile, inlineSize = '28rem', blockSize = '46rem' }: StoryProps) {
  const [agent] = useState(() => {
    const { feeds } = inspectedApp()
    return scriptedAgent({ feeds, calls: { ...sessionCalls(check), ...calls } })
  })
  return (
    <div
      data-density="compact"
      style={{ display: 'flex', inlineSize, maxInlineSize: '100%', blockSize, border: '1px solid var(--ph-border)' }}
    >
      <PanelWith agent={agent} arranged={{ loop: { from: 2, to: 4 } }}>
        <Sessions />
      </PanelWith>
    </div>
  )
}

export default { title: 'Devtools/Sessions', component: SessionsStory } satisfies Meta<typeof SessionsStory>

type Story = StoryObj<typeof SessionsStory>

/** Chooses a file as somebody would, with the button. */
const choose: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const input = await waitForInput(canvasElement)
  await userEvent.upload(input, new File(['{}'], 'from-the-customer.playhead'))
  await within(canvasElement).findByRole('region', { name: 'Import of from-the-customer.playhead' })
}

async function waitForInput(canvas: HTMLElement): Promise<HTMLInputElement> {
  await within(canvas).findByText('Drop a session here')
  const input = canvas.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('There is no field for a file.')
  return input
}

export const Ready: Story = {}
export const Narrow: Story = { args: { inlineSize: '22.5rem' } }
export const Opened: Story = { play: choose }
export const OpenedToAnotherState: Story = {
  args: {
    calls: {
      loadSession: () => ({
        store: 'session 1',
        records: 1_042,
        problems: [],
        unknownTypes: [],
        upcast: [],
        hash: 'different',
      }),
    },
  },
  play: choose,
}
export const Truncated: Story = { args: { check: brokenFile }, play: choose }
export const Newer: Story = { args: { check: newerFile }, play: choose }
export const NotASession: Story = { args: { check: foreignFile }, play: choose }
export const CannotBeOpened: Story = {
  args: {
    calls: {
      loadSession() {
        throw new Error('The app has attached no store, so there are no reducers to fold the session by.')
      },
    },
  },
  play: choose,
}
export const BadRedaction: Story = {
  args: {
    calls: {
      planSession() {
        throw new Error('Cannot take "payload." out of bank/opened: a path names fields. (action/bad-redaction)')
      },
    },
  },
}

export const AsTest: Story = {
  async play({ canvasElement }) {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Make the test' }))
    await within(canvasElement).findByRole('region', { name: 'The test' })
  },
}
