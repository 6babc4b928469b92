import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { DropZone } from '../DropZone/DropZone.tsx'
import { PageDropTarget } from './PageDropTarget.tsx'

const statement = new File([':20:STARTUMS'], 'giro.sta')
const withFiles = { dataTransfer: { types: ['Files'], files: [statement] } }
const withText = { dataTransfer: { types: ['text/plain'], files: [] } }

it('[CMP-7] covers the page while files are over it', () => {
  render(<PageDropTarget label="Drop to import" onFiles={() => undefined} />)
  expect(screen.queryByText('Drop to import')).not.toBeInTheDocument()
  fireEvent.dragEnter(window, withFiles)
  expect(screen.getByText('Drop to import')).toBeInTheDocument()
  fireEvent.dragLeave(window, withFiles)
  expect(screen.queryByText('Drop to import')).not.toBeInTheDocument()
})

it('[CMP-7] stays covered while files move from element to element', () => {
  render(<PageDropTarget label="Drop to import" onFiles={() => undefined} />)
  fireEvent.dragEnter(document.documentElement, withFiles)
  fireEvent.dragEnter(document.body, withFiles)
  fireEvent.dragLeave(document.documentElement, withFiles)
  expect(screen.getByText('Drop to import')).toBeInTheDocument()
})

it('[CMP-7] hands over what is dropped, and uncovers the page', () => {
  const taken = vi.fn<(files: readonly File[]) => void>()
  render(<PageDropTarget label="Drop to import" onFiles={taken} />)
  fireEvent.dragEnter(document.body, withFiles)
  fireEvent.drop(document.body, withFiles)
  expect(taken).toHaveBeenCalledExactlyOnceWith([statement])
  expect(screen.queryByText('Drop to import')).not.toBeInTheDocument()
})

it('[CMP-7] leaves dragged text alone', () => {
  const taken = vi.fn<(files: readonly File[]) => void>()
  render(<PageDropTarget label="Drop to import" onFiles={taken} />)
  fireEvent.dragEnter(document.body, withText)
  expect(screen.queryByText('Drop to import')).not.toBeInTheDocument()
  fireEvent.drop(document.body, withText)
  expect(taken).not.toHaveBeenCalled()
})

it('[CMP-7] leaves to a drop zone what is dropped on it', async () => {
  const onPage = vi.fn<(files: readonly File[]) => void>()
  render(
    <>
      <PageDropTarget label="Drop to import" onFiles={onPage} />
      <DropZone label="Drop statements" onFiles={() => undefined} />
    </>,
  )
  fireEvent.dragEnter(document.body, withFiles)
  fireEvent.drop(screen.getByText('Drop statements'), { dataTransfer: { ...withFiles.dataTransfer, items: [] } })
  expect(onPage).not.toHaveBeenCalled()
  expect(screen.queryByText('Drop to import')).not.toBeInTheDocument()
})

it('[CMP-7] takes nothing while disabled', () => {
  const taken = vi.fn<(files: readonly File[]) => void>()
  render(<PageDropTarget label="Drop to import" isDisabled onFiles={taken} />)
  fireEvent.drop(document.body, withFiles)
  expect(taken).not.toHaveBeenCalled()
})
