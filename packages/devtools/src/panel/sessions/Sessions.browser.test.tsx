import '@playhead/ui/base.css'
import { act, render, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import { inspectedApp } from '../inspector/inspectedApp.fixtures.ts'
import { Sessions } from './Sessions.tsx'
import { brokenFile, sessionCalls } from './sessions.fixtures.ts'

it('[SHR-5] reads a file that is dropped anywhere, and says what is wrong with it', async () => {
  const { feeds } = inspectedApp()
  const read: string[] = []
  const calls = sessionCalls(brokenFile)
  render(
    <PanelWith
      agent={scriptedAgent({
        feeds,
        calls: {
          ...calls,
          checkSession({ text }) {
            read.push(text)
            return brokenFile
          },
        },
      })}
    >
      <Sessions />
    </PanelWith>,
  )
  await screen.findByText('Drop a session here')
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File(['{"playhead":1}\n{"off'], 'cut.playhead'))
  const event = { dataTransfer, bubbles: true, cancelable: true }
  act(() => {
    document.body.dispatchEvent(new DragEvent('dragenter', event))
  })
  act(() => {
    document.body.dispatchEvent(new DragEvent('drop', event))
  })
  const imported = await screen.findByRole('region', { name: 'Import of cut.playhead' })
  expect(await within(imported).findByText('This file is cut off')).toBeInTheDocument()
  expect(read).toEqual(['{"playhead":1}\n{"off'])
})
