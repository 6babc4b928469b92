import type { Meta, StoryObj } from '@storybook/react-vite'
import { Button } from '../Button/Button.tsx'
import { Dialog } from './Dialog.tsx'

const meta = {
  component: Dialog,
  args: {
    title: 'Book 374 entries?',
    description: 'From giro-2024-03.sta into Household. They can be taken back by a new entry only.',
    isOpen: true,
    children: 'Nothing is booked before you confirm.',
    footer: (close) => (
      <>
        <Button onPress={close}>Cancel</Button>
        <Button variant="primary" onPress={close}>
          Book entries
        </Button>
      </>
    ),
  },
} satisfies Meta<typeof Dialog>
export default meta
type Story = StoryObj<typeof meta>

export const Open: Story = {}
export const Question: Story = {
  args: {
    size: 'sm',
    role: 'alertdialog',
    isDismissable: false,
    title: 'Delete this account?',
    description: 'Its 412 entries leave the view. The log keeps them.',
    children: undefined,
    footer: (close) => (
      <>
        <Button onPress={close}>Keep it</Button>
        <Button variant="danger" onPress={close}>
          Delete account
        </Button>
      </>
    ),
  },
}
export const Long: Story = {
  args: {
    children: Array.from({ length: 40 }, (_, at) => `${at + 1}. Entry in a list that is longer than the screen.`).map(
      (text) => <p key={text}>{text}</p>,
    ),
  },
}
export const AtTheSide: Story = { args: { placement: 'end', size: 'sm', title: 'Entry details' } }
export const Closed: Story = { args: { isOpen: undefined, trigger: <Button>Review import</Button> } }
