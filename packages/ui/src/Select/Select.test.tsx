import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { Select } from './Select.tsx'

it('[CMP-5] shows what is chosen, and says what it is for', () => {
  render(<Harness />)
  expect(screen.getByRole('button', { name: /Household.*Account|Account.*Household/ })).toBeInTheDocument()
})

it('[CMP-5] is opened, moved in and chosen from with the keyboard', async () => {
  render(<Harness />)
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByRole('listbox')).toBeInTheDocument()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument()
  expect(screen.getByRole('button')).toHaveTextContent('Savings')
})

function Harness() {
  const [account, setAccount] = useState<'giro' | 'savings' | null>('giro')
  return (
    <Select
      label="Account"
      value={account}
      onChange={setAccount}
      options={[
        { value: 'giro', label: 'Household' },
        { value: 'savings', label: 'Savings' },
      ]}
    />
  )
}
