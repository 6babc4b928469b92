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

it('[CMP-5] takes options that come and go before the others', async () => {
  const accounts = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }))
  const select = (names: readonly string[]) => (
    <Select label="Account" options={accounts(names)} value="Savings" onChange={() => {}} />
  )
  const { rerender } = render(select(['Giro', 'Savings']))
  rerender(select(['Card', 'Giro', 'Savings']))
  rerender(select(['Savings']))
  await userEvent.click(screen.getByRole('button', { name: /Account/ }))
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Savings'])
})
