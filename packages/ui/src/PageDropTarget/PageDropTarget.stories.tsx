import type { Meta, StoryObj } from '@storybook/react-vite'
import { fireEvent } from 'storybook/test'
import { PageDropTarget } from './PageDropTarget.tsx'

const meta = {
  component: PageDropTarget,
  args: { label: 'Drop to import', description: 'MT940, CAMT or CSV', onFiles: () => undefined },
} satisfies Meta<typeof PageDropTarget>
export default meta
type Story = StoryObj<typeof meta>

export const FilesOverThePage: Story = {
  play: async () => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([':20:STARTUMS'], 'giro.sta'))
    await fireEvent.dragEnter(window, { dataTransfer })
  },
}
