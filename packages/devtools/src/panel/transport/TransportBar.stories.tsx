import type { Meta, StoryObj } from '@storybook/react-vite'
import { empty, overviewOf, parked } from '../app/overview.fixtures.ts'
import { TransportBar } from './TransportBar.tsx'
import type { Transport } from './useTransport.ts'

const nothing = () => {}
const transport: Transport = {
  seek: nothing,
  step: nothing,
  toggle: nothing,
  first: nothing,
  last: nothing,
  live: nothing,
  faster: nothing,
  chooseSpeed: nothing,
  loopIn: nothing,
  loopOut: nothing,
  loopOff: nothing,
}

const meta = {
  title: 'devtools/TransportBar',
  component: TransportBar,
  parameters: { layout: 'fullscreen' },
  args: { playhead: overviewOf().playhead, bound: undefined, speed: 1, loop: undefined, transport },
  decorators: [
    (Story) => (
      <div data-density="compact">
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof TransportBar>
export default meta
type Story = StoryObj<typeof meta>

export const Live: Story = {}
export const Parked: Story = { args: { playhead: parked.playhead } }
export const BeforeTheFirst: Story = { args: { playhead: { ...parked.playhead, offset: -1, time: undefined } } }
export const Playing: Story = { args: { playhead: { ...parked.playhead, status: 'playing' }, speed: 16 } }
export const OnItsWay: Story = { args: { playhead: parked.playhead, bound: 3000 } }
export const Looping: Story = { args: { playhead: parked.playhead, loop: { from: 1000, to: 2400 } } }
export const Empty: Story = { args: { playhead: empty.playhead } }
export const OneRecord: Story = { args: { playhead: { ...parked.playhead, offset: 0, head: 0 } } }
export const Million: Story = { args: { playhead: { ...parked.playhead, offset: 412_345, head: 999_999 } } }
export const Narrow: Story = { args: { playhead: parked.playhead }, globals: { viewport: { value: 'narrow' } } }
