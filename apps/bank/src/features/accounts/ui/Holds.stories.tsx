import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { storyBank, WithBank } from '../../../app/bank.fixtures.tsx'
import type { Account } from '../../../ledger/index.ts'
import { bank } from '../../../ledger/index.ts'
import type { TimePlace } from '../../time/index.ts'
import { AccountHead } from './AccountHead.tsx'
import { HoldsBand } from './HoldsBand.tsx'

const account: Account = {
  id: 'giro',
  name: 'Current account',
  owner: 'A. Example',
  currency: 'EUR',
  kind: 'asset',
  limitMinor: 50_000,
}

/** An account with an overdraft and two amounts on hold. */
function Band({ place }: { place?: TimePlace }) {
  const [made] = useState(() => {
    const made = storyBank({ records: [] })
    made.store.dispatch([
      bank.accountOpened(account),
      bank.holdPlaced({
        holdId: 'hotel',
        account: 'giro',
        currency: 'EUR',
        minor: 12_000,
        memo: 'Hotel am Markt, reserved',
        expiresAt: Date.UTC(2100, 0, 8, 12),
      }),
      bank.holdPlaced({ holdId: 'transfer', account: 'giro', currency: 'EUR', minor: 2_500, memo: 'Concert' }),
    ])
    if (place?.axis === 'booked') made.view.viewDay(place.day)
    return made
  })
  return (
    <WithBank bank={made}>
      <AccountHead account={account} />
      <HoldsBand account={account} />
    </WithBank>
  )
}

export default { title: 'Bank/Holds', component: Band } satisfies Meta<typeof Band>

type Story = StoryObj<typeof Band>

export const Held: Story = {}
/** What is on hold is not booked, so a booked past has none of it. */
export const BookedInThePast: Story = { args: { place: { axis: 'booked', day: '2025-03-14' } } }
