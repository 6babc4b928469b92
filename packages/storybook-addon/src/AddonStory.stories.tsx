import { createHooks } from '@playhead/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import type { PlayheadParameter } from './preview/PlayheadParameter.ts'
import { count, counter, counting } from './preview/story.fixtures.ts'

const { StoreProvider, useSelector, useActions } = createHooks()

function Counter() {
  const { value } = useSelector(count)
  const { added } = useActions(counter)
  return (
    <p>
      <output>{value}</output>{' '}
      <button type="button" onClick={() => added({ by: 1 })}>
        Count
      </button>
    </p>
  )
}

const inCounter: PlayheadParameter = { store: counting, provider: StoreProvider }
const records = [counter.added({ by: 1 }), counter.added({ by: 2 }), counter.added({ by: 4 })]

export default {
  title: 'storybook-addon/Counter',
  component: Counter,
  parameters: { playhead: inCounter },
} satisfies Meta<typeof Counter>

type Story = StoryObj<typeof Counter>

const shows =
  (value: string): NonNullable<Story['play']> =>
  async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent(value)
  }

export const Empty: Story = { name: '[SBA-5] The provider around the story', play: shows('0') }

export const CountedOn: Story = {
  name: '[SBA-1] [SBA-20] A log that is written to',
  parameters: { playhead: { records } },
  play: async ({ canvas, step, userEvent }) => {
    await step('Count twice', async () => {
      await userEvent.click(canvas.getByRole('button'))
      await userEvent.click(canvas.getByRole('button'))
    })
    await expect(canvas.getByRole('status')).toHaveTextContent('9')
  },
}

/** What was counted in the story before is not here. */
export const NotCountedOn: Story = {
  name: '[SBA-1] The same log, not written to',
  parameters: { playhead: { records } },
  play: shows('7'),
}

export const Parked: Story = {
  name: '[SBA-4] Parked at the first record',
  parameters: { playhead: { records, at: 0 } },
  play: async ({ canvas, loaded, userEvent }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('1')
    await userEvent.click(canvas.getByRole('button'))
    await expect(canvas.getByRole('status')).toHaveTextContent('1')
    await expect(loaded.playhead.timeline.playhead).toMatchObject({ offset: 0, head: 3, status: 'parked' })
  },
}

export const Before: Story = {
  name: '[SBA-4] Before the first record',
  parameters: { playhead: { records, at: -1 } },
  play: shows('0'),
}

export const WithoutProvider: Story = {
  name: '[SBA-5] The store alone, as loaded.playhead',
  parameters: { playhead: { records, provider: ({ children }: { children?: React.ReactNode }) => children } },
  render: (_, { loaded }) => <output>{loaded.playhead.get(count).value}</output>,
  play: shows('7'),
}
