import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { storyBank, WithBank } from '../../app/bank.fixtures.tsx'
import { bank } from '../../ledger/index.ts'
import { account } from '../accounts/index.ts'
import { stepName } from './stepName.ts'
import { UndoButtons } from './UndoButtons.tsx'

function shown() {
  const made = storyBank({ records: [] })
  made.store.dispatch(bank.accountOpened({ id: 'a', name: 'First', owner: '', currency: 'EUR', kind: 'asset' }))
  render(
    <WithBank bank={made}>
      <UndoButtons />
      <input aria-label="field" />
      <p>page</p>
    </WithBank>,
  )
  const rename = (name: string) => made.store.dispatch(bank.accountRenamed({ account: 'a', name }))
  return { made, rename, name: () => made.store.live.get(account('a'))?.name }
}

describe('undo in the bank', () => {
  it('[UDO-1] is not there while there is nothing to undo', () => {
    shown()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('[UDO-1] goes back and forth by buttons that say what they do', async () => {
    const user = userEvent.setup()
    const { rename, name } = shown()
    rename('Second')
    await user.click(await screen.findByRole('button', { name: 'Undo: Account renamed' }))
    expect(name()).toBe('First')
    await user.click(await screen.findByRole('button', { name: 'Redo: Account renamed' }))
    expect(name()).toBe('Second')
  })

  it('[UDO-1] and by keys, but not in a field', async () => {
    const user = userEvent.setup()
    const { rename, name } = shown()
    rename('Second')
    rename('Third')
    await user.click(screen.getByText('page'))
    await user.keyboard('{Control>}z{/Control}')
    expect(name()).toBe('Second')
    await user.keyboard('{Control>}{Shift>}Z{/Shift}{/Control}')
    expect(name()).toBe('Third')
    await user.keyboard('{Control>}zz{/Control}')
    expect(name()).toBe('First')
    await user.keyboard('{Control>}y{/Control}')
    expect(name()).toBe('Second')
    await user.click(screen.getByRole('textbox', { name: 'field' }))
    await user.keyboard('{Control>}z{/Control}')
    expect(name()).toBe('Second')
  })

  it('[UDO-1] does nothing in the past', async () => {
    const user = userEvent.setup()
    const { made, rename, name } = shown()
    rename('Second')
    await made.view.viewRecord(0)
    await user.click(screen.getByText('page'))
    await user.keyboard('{Control>}z{/Control}')
    expect(name()).toBe('Second')
  })

  it('[UDO-1] names a step by its group, else by its action', () => {
    const step = { ids: [], time: 0 }
    expect(stepName({ ...step, label: 'categories/ruleAdded', type: 'categories/ruleAdded' })).toBe('Rule added')
    expect(stepName({ ...step, label: 'Move', type: 'a/b', group: 'Move#1.2' })).toBe('Move')
  })
})
