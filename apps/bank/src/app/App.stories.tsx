import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { screen, within } from 'storybook/test'
import { App } from './App.tsx'
import type { StoryBankOptions } from './bank.fixtures.tsx'
import { storyBank, storyRouter } from './bank.fixtures.tsx'

/** The whole dashboard at an address. */
function Page({ path, ...options }: StoryBankOptions & { path: string }) {
  const [bank] = useState(() => storyBank(options))
  const [router] = useState(() => storyRouter(bank, path))
  return <App bank={bank} router={router} />
}

export default {
  title: 'Bank/Pages',
  component: Page,
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof Page>

type Story = StoryObj<typeof Page>

/** Waits for what only the page itself has: pages are loaded when they are first gone to. */
const shows =
  (role: string, name?: string): NonNullable<Story['play']> =>
  async ({ canvas }) => {
    await canvas.findByRole(role, name === undefined ? {} : { name })
  }

export const Overview: Story = { args: { path: '/' } }
export const OverviewBookedInThePast: Story = {
  args: { path: '/', place: { axis: 'booked', day: '2025-03-14' } },
}
export const OverviewAsRecordedInThePast: Story = { args: { path: '/', place: { axis: 'recorded', offset: 2_000 } } }
export const OverviewWithoutAccounts: Story = { args: { path: '/', records: [] } }
export const OverviewBeforeTheFirstAccount: Story = { args: { path: '/', place: { axis: 'recorded', offset: -1 } } }
export const OverviewInMemory: Story = { args: { path: '/', storage: 'memory' } }
export const Transactions: Story = { args: { path: '/transactions' }, play: shows('grid') }
export const TransactionsNarrowedDown: Story = {
  args: { path: '/transactions?q=miete&direction=out&from=2025-01-01&min=100' },
  play: shows('searchbox'),
}
export const TransactionsThatNothingFits: Story = {
  args: { path: '/transactions?q=zzzz' },
  play: shows('heading', 'No transactions'),
}
export const TransactionsInThePast: Story = {
  args: { path: '/transactions', place: { axis: 'booked', day: '2025-03-14' } },
  play: shows('grid'),
}
export const Account: Story = {
  args: { path: '/accounts/household' },
  play: shows('grid'),
}
export const Entry: Story = {
  args: { path: '/transactions?entry=household-100' },
  play: async () => {
    await screen.findByRole('dialog', { name: 'Transaction' })
  },
}
export const NoSuchAccount: Story = {
  args: { path: '/accounts/nobody' },
  play: shows('heading', 'There is no such account'),
}
export const Transfers: Story = { args: { path: '/transfers' }, play: shows('heading', 'Payees') }
export const Budgets: Story = {
  args: { path: '/budgets', place: { axis: 'booked', day: '2026-02-20' } },
  play: shows('list', 'Spending and budgets'),
}
export const Activity: Story = { args: { path: '/activity' }, play: shows('region', 'Records') }
export const ActivityAsRecordedInThePast: Story = {
  args: { path: '/activity', place: { axis: 'recorded', offset: 100 } },
  play: shows('region', 'Records'),
}
export const ActivityBeforeAnything: Story = {
  args: { path: '/activity', records: [] },
  play: shows('heading', 'Nothing has happened yet'),
}
export const Statements: Story = {
  args: { path: '/accounts/household/statements' },
  play: shows('table', 'Open period'),
}
export const StatementsClosed: Story = {
  args: { path: '/accounts/household/statements' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Close / }))
    await canvas.findByText(/are closed$/)
  },
}
export const StatementsOfNobody: Story = {
  args: { path: '/accounts/nobody/statements' },
  play: shows('heading', 'There is no such account'),
}
export const YourData: Story = { args: { path: '/your-data' }, play: shows('heading', 'Forget me') }
export const EntryWithCategory: Story = {
  args: { path: '/transactions?entry=household-100' },
  play: async ({ userEvent }) => {
    const sheet = await screen.findByRole('dialog', { name: 'Transaction' })
    await userEvent.click(await within(sheet).findByRole('button', { name: 'Split' }))
    await screen.findByRole('dialog', { name: 'Split the entry' })
  },
}
export const NoSuchPage: Story = { args: { path: '/nowhere' } }
export const Import: Story = { args: { path: '/import' }, play: shows('button', 'Choose files') }
