import type { Meta, StoryObj } from '@storybook/react-vite'
import { Download, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { userEvent, within } from 'storybook/test'
import { Button } from '../Button/Button.tsx'
import { IconButton } from '../IconButton/IconButton.tsx'
import { Menu, MenuItem, MenuSection, MenuSeparator } from './Menu.tsx'

const open: Story['play'] = async ({ canvasElement }) => {
  await userEvent.click(within(canvasElement).getByRole('button'))
  await within(canvasElement.ownerDocument.body).findByRole('menu')
}

const meta = {
  component: Menu,
  args: {
    trigger: <IconButton variant="secondary" label="More" icon={<Ellipsis />} />,
    children: (
      <>
        <MenuItem icon={<Pencil />} shortcut="R">
          Rename
        </MenuItem>
        <MenuItem icon={<Download />} description="As a session file">
          Export
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<Trash2 />} tone="danger">
          Delete account
        </MenuItem>
      </>
    ),
  },
} satisfies Meta<typeof Menu>
export default meta
type Story = StoryObj<typeof meta>

export const Closed: Story = {}
export const Open: Story = { play: open }
export const Choice: Story = {
  args: {
    trigger: <Button>Speed</Button>,
    selectionMode: 'single',
    defaultSelectedKeys: ['1'],
    children: (
      <MenuSection title="Playback speed">
        <MenuItem id="1">1 ×</MenuItem>
        <MenuItem id="4">4 ×</MenuItem>
        <MenuItem id="16">16 ×</MenuItem>
      </MenuSection>
    ),
  },
  play: open,
}
