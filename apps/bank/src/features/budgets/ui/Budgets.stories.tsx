import type { Dispatchable } from '@playhead/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { storyBank, WithBank } from '../../../app/bank.fixtures.tsx'
import { categories } from '../actions.ts'
import { BudgetsPage } from './BudgetsPage.tsx'

/** The sample household on the last day of February 2026, after somebody said something. */
function Page({ said, isEmpty = false }: { said: readonly Dispatchable[]; isEmpty?: boolean }) {
  const [bank] = useState(() => {
    const made = storyBank({ place: { axis: 'booked', day: '2026-02-28' }, ...(isEmpty && { records: [] }) })
    for (const each of said) made.store.dispatch(each)
    return made
  })
  return (
    <WithBank bank={bank}>
      <BudgetsPage />
    </WithBank>
  )
}

export default { title: 'Bank/Budgets', component: Page, parameters: { layout: 'fullscreen' } } satisfies Meta<
  typeof Page
>

type Story = StoryObj<typeof Page>

export const NothingSaid: Story = { args: { said: [] } }
export const NothingSpent: Story = { args: { said: [], isEmpty: true } }
export const WithBudgetsAndRules: Story = {
  args: {
    said: [
      categories.budgetSet({ category: 'rent', currency: 'EUR', minor: 130_000 }),
      categories.budgetSet({ category: 'groceries', currency: 'EUR', minor: 40_000 }),
      categories.budgetSet({ category: 'travel', currency: 'EUR', minor: 20_000 }),
      categories.ruleAdded({ ruleId: 'coffee', text: 'café', category: 'restaurants' }),
      categories.ruleAdded({
        ruleId: 'long',
        text: 'a rule with words that are longer than the card is wide, 家賃 and إيجار among them',
        category: 'gifts',
      }),
    ],
  },
}
