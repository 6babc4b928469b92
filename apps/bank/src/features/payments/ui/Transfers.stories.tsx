import type { Dispatchable } from '@playhead/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { RouterContextProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { expect, screen } from 'storybook/test'
import { useBank } from '../../../app/BankContext.ts'
import { inBank, storyRouter } from '../../../app/bank.fixtures.tsx'
import { payments } from '../actions.ts'
import { order, ownAccounts, payeeIban, toPayee } from '../payments.fixtures.ts'
import { PaymentsCard } from './PaymentsCard.tsx'
import { TransfersPage } from './TransfersPage.tsx'

/** The payments of a bank that never answers, after what happened: on the overview, or on their own page. */
function Payments({ isPage = false }: { isPage?: boolean }) {
  const bank = useBank()
  const [router] = useState(() => storyRouter(bank, '/'))
  return <RouterContextProvider router={router}>{isPage ? <TransfersPage /> : <PaymentsCard />}</RouterContextProvider>
}

export default { title: 'Bank/Transfers', component: Payments, parameters: { playhead: inBank } } satisfies Meta<
  typeof Payments
>

type Story = StoryObj<typeof Payments>

/** What happened before, in a log of its own; an account with 1,000 EUR comes first. */
const after = (...happened: readonly Dispatchable[]) => ({ playhead: { records: [...ownAccounts, ...happened] } })

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

export const None: Story = { parameters: after() }
export const Pending: Story = { parameters: after(payments.requested(order)) }
export const Late: Story = {
  parameters: after(payments.requested(order), payments.delayed({ paymentId: order.paymentId })),
}
export const Scheduled: Story = { parameters: after(payments.scheduled(later)) }
export const Refused: Story = {
  parameters: after(
    payments.requested(order),
    payments.refused({
      paymentId: order.paymentId,
      reason: 'The sandbox bank refused it: the daily limit is reached.',
    }),
  ),
}
export const PageWithoutTransfers: Story = { args: { isPage: true }, parameters: after() }
export const Page: Story = { args: { isPage: true }, parameters: after(...life) }
export const Asking: Story = {
  parameters: after(),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'New transfer' }))
  },
}

/** The form, filled in and sent: pending at once, whatever the bank takes. */
export const Sent: Story = {
  parameters: after(),
  play: async ({ canvas, userEvent, step }) => {
    await step('Ask for more than there is', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'New transfer' }))
      await userEvent.click(await screen.findByRole('button', { name: /To/ }))
      await userEvent.click(await screen.findByRole('option', { name: 'Savings' }))
      await userEvent.type(await screen.findByRole('textbox', { name: 'Amount' }), '1000.01')
      await expect(screen.getByText('That is more than is available.')).toBeVisible()
    })
    await step('Send 250', async () => {
      const amount = screen.getByRole('textbox', { name: 'Amount' })
      await userEvent.clear(amount)
      await userEvent.type(amount, '250')
      await userEvent.click(screen.getByRole('button', { name: 'Send' }))
      await expect(await canvas.findByText('Pending')).toBeVisible()
    })
  },
}

/** To somebody new: the IBAN is checked while it is written. */
export const ToSomebodyNew: Story = {
  parameters: after(),
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
  parameters: after(),
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
