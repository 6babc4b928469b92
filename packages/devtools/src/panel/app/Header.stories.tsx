import type { Meta, StoryObj } from '@storybook/react-vite'
import { Header } from './Header.tsx'
import { branch, failures, overviewOf } from './overview.fixtures.ts'

const nothing = () => {}
const docked = { place: 'bottom', theme: 'light', isCollapsed: false, shortcut: 'Ctrl+Shift+.' } as const

const meta = {
  title: 'devtools/Header',
  component: Header,
  parameters: { layout: 'fullscreen' },
  args: {
    app: 'Playhead bank',
    stores: [overviewOf()],
    current: overviewOf(),
    pane: 'inspector',
    theme: 'system',
    host: docked,
    onStore: nothing,
    onPane: nothing,
    onLock: nothing,
    onCallSites: nothing,
    onTheme: nothing,
    onPlace: nothing,
    onCollapse: nothing,
    onHelp: nothing,
    onClose: nothing,
  },
  decorators: [
    (Story) => (
      <div data-density="compact">
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Header>
export default meta
type Story = StoryObj<typeof meta>

export const OneStore: Story = {}
export const OnABranch: Story = { args: { stores: [overviewOf(), branch], current: branch } }
export const WithErrors: Story = { args: { current: overviewOf({ errors: failures }) } }
export const Locked: Story = { args: { current: overviewOf({ locked: true }) } }
export const Collapsed: Story = { args: { host: { ...docked, isCollapsed: true } } }
export const InItsOwnWindow: Story = { args: { host: { ...docked, place: 'window' }, pane: 'health' } }
export const Embedded: Story = { args: { host: { ...docked, place: 'embedded', shortcut: '' } } }
export const WithoutAHost: Story = { args: { host: undefined } }
export const NoStore: Story = { args: { stores: [], current: undefined } }
export const Narrow: Story = {
  args: { current: overviewOf({ name: 'a store with a name that is far too long', errors: failures, locked: true }) },
  globals: { viewport: { value: 'narrow' } },
}
