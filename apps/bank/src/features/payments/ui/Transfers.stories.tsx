import type { Dispatchable } from '@playhead/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { RouterContextProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { NEVER } from 'rxjs'
import { expect, screen } from 'storybook/test'
import { storyBank, storyRouter, WithBank } from '../../../app/bank.fixtures.tsx'
import { payments } from '../actions.ts'
import { order, ownAccounts, payeeIban, toPayee } from '../payments.fixtures.ts'
import { PaymentsCard } from './PaymentsCard.tsx'
import { TransfersPage } from './TransfersPage.tsx'

/** A bank that never answers, after what happened. */
function AfterActions({ happened, isPage = false }: { happened: readonly Dispatchable[]; isPage?: boolean }) {
  const [bank] = useState(() => {
    const made = storyBank({ records: [], deps: { clearing: { clear: () => NEVER, recall: () => NEVER } } })
    made.store.dispatch(ownAccounts)
    for (const each of happened) made.store.dispatch(each)
    return made
  })
  const [router] = useState(() => storyRouter(bank, '/'))
  return (
    <WithBank bank={bank}>
      <RouterContextProvider router={router}>{isPage ? <TransfersPage /> : <PaymentsCard />}</RouterContextProvider>
    </WithBank>
  )
}

export default { title: 'Bank/Transfers', component: AfterActions } satisfies Meta<typeof AfterActions>

type Story = StoryObj<typeof AfterActions>

const later = { at: Date.UTC(2100, 0, 1, 9), transfer: { ...order, paymentId: 'later' } }
const life: readonly Dispatchable[] = [
  payments.payeeSaved({ payeeId: 'ines', name: 'Ines Sommer', iban: payeeIban }),
  payments.requested({ ...order, paymentId: 'done', minor: 5_000 }),
  payments.cleared({ paymentId: 'done' }),
  payments.requested(toPayee),
  payments.refused({
    paymentId: toPayee.paymentId,
    reason: 'The sandbox bank refused it: the daily limit is reached.',
  }),
  payments.requested({ ...order, paymentId: 'late', minor: 1_000 }),
  payments.delayed({ paymentId: 'late' }),
  payments.requested({ ...order, paymentId: 'back', minor: 2_000 }),
  payments.cleared({ paymentId: 'back' }),
  payments.reversalRequested({ paymentId: 'back' }),
  payments.reversed({ paymentId: 'back' }),
  payments.requested(order),
  payments.scheduled(later),
  payments.scheduled({
    ...later,
    transfer: { ...order, paymentId: 'monthly', minor: 15_000 },
    repeat: { every: 'month', timeZone: 'Europe/Berlin' },
  }),
]

export const None: Story = { args: { happened: [] } }
export const Pending: Story = { args: { happened: [payments.requested(order)] } }
export const Late: Story = {
  args: { happened: [payments.requested(order), payments.delayed({ paymentId: order.paymentId })] },
}
export const Scheduled: Story = { args: { happened: [payments.scheduled(later)] } }
export const Refused: Story = {
  args: {
    happened: [
      payments.requested(order),
      payments.refused({
        paymentId: order.paymentId,
        reason: 'The sandbox bank refused it: the daily limit is reached.',
      }),
    ],
  },
}
export const PageWithoutTransfers: Story = { args: { happened: [], isPage: true } }
export const Page: Story = { args: { happened: life, isPage: true } }
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
    await expect(screen.getByText('That is more than is available.')).toBeVisible()
    await userEvent.clear(amount)
    await userEvent.type(amount, '250')
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    await expect(await canvas.findByText('Pending')).toBeVisible()
  },
}

/** To somebody new: the IBAN is checked while it is written. */
export const ToSomebodyNew: Story = {
  args: { happened: [] },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'New transfer' }))
    await userEvent.click(await screen.findByRole('button', { name: /To/ }))
    await userEvent.click(await screen.findByRole('option', { name: /A new payee/ }))
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'Ines Sommer')
    await userEvent.type(screen.getByRole('textbox', { name: 'IBAN' }), 'DE88370400440532013000')
    await expect(screen.getByText(/check digits do not fit/)).toBeVisible()
  },
}

/** Between two currencies a rate is asked for. */
export const Exchanging: Story = {
  args: { happened: [] },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'New transfer' }))
    await userEvent.click(await screen.findByRole('button', { name: /To/ }))
    await userEvent.click(await screen.findByRole('option', { name: 'Pounds' }))
    await userEvent.type(await screen.findByRole('textbox', { name: 'Amount' }), '100')
    await userEvent.click(screen.getByRole('button', { name: 'Get a rate' }))
    await expect(await screen.findByText(/arrive/)).toBeVisible()
    await expect(screen.getByRole('button', { name: 'Send' })).toBeEnabled()
  },
}
