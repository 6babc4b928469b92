import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { DropZone } from './DropZone.tsx'

const statement = new File([':20:STARTUMS'], 'giro.sta')
const table = new File(['date;amount'], 'giro.csv')

it('[CMP-7] hands over the files that are chosen', async () => {
  const taken = vi.fn<(files: readonly File[]) => void>()
  const { container } = render(<DropZone label="Drop statements" onFiles={taken} />)
  await userEvent.upload(picker(container), [statement, table])
  expect(taken).toHaveBeenCalledExactlyOnceWith([statement, table])
})

it('[CMP-7] hands over one file where one is wanted', async () => {
  const taken = vi.fn<(files: readonly File[]) => void>()
  const { container } = render(<DropZone label="Drop a statement" allowsMultiple={false} onFiles={taken} />)
  await userEvent.upload(picker(container), [statement, table])
  expect(taken).toHaveBeenCalledExactlyOnceWith([statement])
})

it('[CMP-7] has a button that opens the picker', () => {
  render(<DropZone label="Drop statements" buttonLabel="Choose statements" onFiles={() => undefined} />)
  expect(screen.getByRole('button', { name: 'Choose statements' })).toBeEnabled()
})

function picker(container: HTMLElement): HTMLInputElement {
  const input = container.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('There is no file input.')
  return input
}
