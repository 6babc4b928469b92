import type { Meta, StoryObj } from '@storybook/react-vite'
import { RouterContextProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { storyBank, storyRouter, WithBank } from '../../../app/bank.fixtures.tsx'
import type { TimePlace } from '../../time/index.ts'
import type { ImportJob } from '../index.ts'
import { JobCard } from './JobCard.tsx'
import {
  booking,
  done,
  failed,
  nothingNew,
  preview,
  previewThatDiffers,
  previewWithoutAccount,
  reading,
  refused,
  refusedForItsCurrency,
  stopped,
} from './jobs.fixtures.ts'

function Card({ job, place }: { job: ImportJob; place?: TimePlace }) {
  const [bank] = useState(() => storyBank({ records: [], ...(place && { place }) }))
  const [router] = useState(() => storyRouter(bank, '/import'))
  return (
    <WithBank bank={bank}>
      <RouterContextProvider router={router}>
        <JobCard job={job} desk={bank.desk} />
      </RouterContextProvider>
    </WithBank>
  )
}

export default { title: 'Bank/Import of a file', component: Card } satisfies Meta<typeof Card>

type Story = StoryObj<typeof Card>

export const Reading: Story = { args: { job: reading } }
export const Refused: Story = { args: { job: refused } }
export const RefusedForItsCurrency: Story = { args: { job: refusedForItsCurrency } }
export const Preview: Story = { args: { job: preview } }
export const PreviewThatDiffers: Story = { args: { job: previewThatDiffers } }
export const PreviewWithNothingNew: Story = { args: { job: nothingNew } }
export const PreviewWithoutAccount: Story = { args: { job: previewWithoutAccount } }
export const PreviewInThePast: Story = {
  args: { job: preview, place: { axis: 'booked', day: '2025-03-14' } },
}
export const Booking: Story = { args: { job: booking } }
export const Done: Story = { args: { job: done } }
export const Stopped: Story = { args: { job: stopped } }
export const Failed: Story = { args: { job: failed } }
