import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { fn } from 'storybook/test'
import { storyBank, WithBank } from '../../../app/bank.fixtures.tsx'
import type { PostedEntry } from '../../../ledger/index.ts'
import { ledger } from '../../../ledger/index.ts'
import { EntryDetails } from './EntryDetails.tsx'

/** The first entry of the household of which something holds. */
function Details({ which }: { which: (entry: PostedEntry) => boolean }) {
  const [bank] = useState(storyBank)
  const { entries, accounts } = bank.store.get(ledger)
  const entry = entries.values().find(which)
  if (!entry) return <p>The sample household has no such entry.</p>
  return (
    <WithBank bank={bank}>
      <div style={{ maxInlineSize: '30rem' }}>
        <EntryDetails entry={entry} accountOf={(id) => accounts.get(id)} onViewDay={fn()} onViewMoment={fn()} />
      </div>
    </WithBank>
  )
}

export default { title: 'Bank/Entry details', component: Details } satisfies Meta<typeof Details>

type Story = StoryObj<typeof Details>

export const Purchase: Story = { args: { which: ({ category }) => category === 'groceries' } }
export const Transfer: Story = { args: { which: ({ kind }) => kind === 'transfer' } }
export const Exchange: Story = { args: { which: ({ kind }) => kind === 'fx' } }
export const Opening: Story = { args: { which: ({ kind }) => kind === 'opening' } }
