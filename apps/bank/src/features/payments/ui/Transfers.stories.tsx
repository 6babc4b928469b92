import type { Dispatchable } from '@playhead/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { NEVER } from 'rxjs'
import { expect, screen } from 'storybook/test'
import { storyBank, WithBank } from '../../../app/bank.fixtures.tsx'
import { Transfers } from '../../../app/Transfers.tsx'
import { payments } from '../actions.ts'
import { transfer, twoAccounts } from '../payments.fixtures.ts'

/** A bank that never answers, after what happened. */
function AfterActions({ happened }: { happened: readonly Dispatchable[] }) {
  const [bank] = useState(() => {
    const made = storyBank({ records: [], clearing: { clear: () => NEVER } })
    made.store.dispatch([...twoAccounts, ...happened])
    return made
  })
  return (
    <WithBank bank={bank}>
      <Transfers />
    </WithBank>
  )
}

export default { title: 'Bank/Transfers', component: AfterActions } satisfies Meta<typeof AfterActions>

type Story = StoryObj<typeof AfterActions>

export const None: Story = { args: { happened: [] } }
export const Pending: Story = { args: { happened: [payments.requested(transfer)] } }
export const Scheduled: Story = {
  args: { happened: [payments.scheduled({ at: Date.UTC(2100, 0, 1, 9), transfer })] },
}
export const Refused: Story = {
  args: {
    happened: [
      payments.requested(transfer),
      payments.refused({
        paymentId: transfer.paymentId,
        reason: 'The sandbox bank refused it: the daily limit is reached.',
      }),
    ],
  },
}
export const Asking: Story = {
  args: { happened: [] },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'New transfer' }))
  },
}

/** The form, filled in and sent: pending at once, whatever the bank takes. */
export const Sent: Story = {
  args: { happened: [] },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'New transfer' }))
    await userEvent.click(await screen.findByRole('button', { name: /To/ }))
    await userEvent.click(await screen.findByRole('option', { name: 'Savings' }))
    const amount = await screen.findByRole('textbox', { name: 'Amount' })
    await userEvent.type(amount, '1000.01')
    await expect(screen.getByText('More than is available.')).toBeVisible()
    await userEvent.clear(amount)
    await userEvent.type(amount, '250')
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await expect(await canvas.findByText('Pending')).toBeVisible()
  },
}
