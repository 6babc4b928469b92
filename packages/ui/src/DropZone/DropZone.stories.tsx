import type { Meta, StoryObj } from '@storybook/react-vite'
import { DropZone } from './DropZone.tsx'

const meta = {
  component: DropZone,
  args: {
    label: 'Drop bank statements here',
    description: 'MT940, CAMT.052/053/054 or CSV. They are read in this browser and go nowhere else.',
    accept: ['.sta', '.mt940', '.xml', '.csv'],
    onFiles: () => undefined,
  },
} satisfies Meta<typeof DropZone>
export default meta
type Story = StoryObj<typeof meta>

export const Empty: Story = {}
export const OneFile: Story = {
  args: {
    label: 'Drop a session file here',
    buttonLabel: 'Choose a file',
    allowsMultiple: false,
    description: undefined,
  },
}
export const Disabled: Story = { args: { isDisabled: true } }
