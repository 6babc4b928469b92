import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CallHandlers } from '../../protocol/serveAgent.ts'
import type { SessionCheck } from '../../protocol/sessions.ts'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import { inspectedApp } from '../inspector/inspectedApp.fixtures.ts'
import { focus } from '../model/focus.ts'
import type { PanelStore } from '../model/panelStore.ts'
import { Sessions } from './Sessions.tsx'
import { brokenFile, foreignFile, sessionCalls, wholeFile } from './sessions.fixtures.ts'

const saved: { readonly name: string; readonly text: Promise<string> }[] = []

beforeEach(() => {
  saved.length = 0
  let last: Blob | undefined
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        last = blob
        return 'blob:test'
      },
      revokeObjectURL: () => {},
    }),
  )
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (last) saved.push({ name: this.download, text: last.text() })
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function show(calls: Partial<CallHandlers> = {}, check: SessionCheck = wholeFile) {
  let store: PanelStore | undefined
  const { feeds } = inspectedApp()
  render(
    <PanelWith
      agent={scriptedAgent({ feeds, calls: { ...sessionCalls(check), ...calls } })}
      arranged={{ loop: { from: 2, to: 4 } }}
      ready={(ready) => {
        store = ready
      }}
    >
      <Sessions />
    </PanelWith>,
  )
  if (!store) throw new Error('There is no store.')
  return store
}

const save = () => screen.findByRole('region', { name: 'Save a session' })
const report = () => screen.findByRole('region', { name: /Import of/ })

async function drop(name = 'shared.playhead'): Promise<void> {
  await screen.findByText('Drop a session here')
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('There is no field for a file.')
  await userEvent.upload(input, new File(['{}'], name), { applyAccept: false })
}

it('[SHR-1] saves the range that was chosen', async () => {
  const asked: unknown[] = []
  show({
    saveSession(give) {
      asked.push([give.from, give.to])
      return { text: '', redacted: [] }
    },
  })
  const form = await save()
  await userEvent.click(await within(form).findByRole('radio', { name: 'Loop' }))
  await within(form).findByText('#2 to #4')
  await userEvent.click(within(form).getByRole('button', { name: 'Save session' }))
  await userEvent.click(within(form).getByRole('radio', { name: 'Last …' }))
  const count = within(form).getByRole('textbox', { name: 'How many' })
  await userEvent.clear(count)
  await userEvent.type(count, '3')
  await within(form).findByText('#4 to #6')
  await userEvent.click(within(form).getByRole('radio', { name: 'minutes' }))
  await waitFor(() => expect(within(form).getByText('#4 to #6')).toBeInTheDocument())
  await waitFor(() => expect(within(form).getByRole('button', { name: 'Save session' })).toBeEnabled())
  await userEvent.click(within(form).getByRole('button', { name: 'Save session' }))
  await waitFor(() =>
    expect(asked).toEqual([
      [2, 4],
      [4, 6],
    ]),
  )
})

it('[SHR-2] shows what is taken out, and takes out more', async () => {
  const asked: unknown[] = []
  show({
    saveSession(give) {
      asked.push(give.redact)
      return { text: '', redacted: [] }
    },
    saveTest(give) {
      asked.push(give.redact)
      return { text: '' }
    },
  })
  const form = await save()
  expect(await within(form).findByText('payload.owner')).toBeInTheDocument()
  await userEvent.click(within(form).getByRole('button', { name: 'Take something else out' }))
  await userEvent.click(await within(form).findByRole('combobox', { name: /Type/ }))
  await userEvent.click(await screen.findByRole('option', { name: 'bank/transferred' }))
  await userEvent.type(within(form).getByRole('textbox', { name: 'Path in it' }), 'note')
  await userEvent.click(within(form).getByRole('button', { name: 'Take out' }))
  expect(await within(form).findByText('payload.note')).toBeInTheDocument()
  await waitFor(() => expect(within(form).getByRole('button', { name: 'Save session' })).toBeEnabled())
  await userEvent.click(within(form).getByRole('button', { name: 'Save session' }))
  await userEvent.click(screen.getByRole('button', { name: 'Make the test' }))
  const redact = { 'bank/transferred': ['payload.note'] }
  await waitFor(() => expect(asked).toEqual([redact, redact]))
})

it('[SHR-2] saves nothing while a rule is refused', async () => {
  show({
    planSession() {
      throw new Error('A path names fields. (action/bad-redaction)')
    },
  })
  const form = await save()
  expect(await within(form).findByRole('alert')).toHaveTextContent('A path names fields.')
  expect(within(form).getByRole('button', { name: 'Save session' })).toBeDisabled()
})

it('[SHR-3] downloads a file named after the store and the range', async () => {
  show()
  const form = await save()
  await within(form).findByText('payload.owner')
  await userEvent.click(within(form).getByRole('button', { name: 'Save session' }))
  await within(form).findByText('Saved bank-0-6.playhead, 15 B.')
  expect(saved[0]?.name).toBe('bank-0-6.playhead')
  expect(await saved[0]?.text).toBe('{"playhead":1}\n')
})

it('[SHR-4] opens a whole file at once, with a report, and shows it', async () => {
  const store = show()
  await drop()
  const imported = await report()
  expect(await within(imported).findByText('shared.playhead is open')).toBeInTheDocument()
  expect(within(imported).getByText('the same as when it was saved')).toBeInTheDocument()
  expect(within(imported).getByRole('row', { name: /bank\/statementLoaded 1 → 2 128 upcast/ })).toBeInTheDocument()
  expect(within(imported).getByRole('row', { name: /beta\/tried 1 2 unknown/ })).toBeInTheDocument()
  await userEvent.click(within(imported).getByRole('button', { name: 'Look at it' }))
  expect(store.get(focus).store).not.toBeUndefined()
})

it('[SHR-5] opens of a file that is cut off what can be read, when asked to', async () => {
  const opened: string[] = []
  show(
    {
      loadSession({ name }) {
        opened.push(name)
        return { store: 's', records: 618, problems: [], unknownTypes: [], upcast: [], hash: 'not given' }
      },
    },
    brokenFile,
  )
  await drop()
  const imported = await report()
  expect(await within(imported).findByText('This file is cut off')).toBeInTheDocument()
  expect(within(imported).getByText('line 212')).toBeInTheDocument()
  expect(opened).toEqual([])
  await userEvent.click(within(imported).getByRole('button', { name: 'Open the 618 records that can be read' }))
  await waitFor(() => expect(opened).toEqual(['shared']))
})

it('[SHR-5] refuses what is no session, with the line', async () => {
  show({}, foreignFile)
  await drop('photo.png')
  const imported = await report()
  expect(await within(imported).findByRole('alert')).toHaveTextContent(/not a session of Playhead.*Line 1:/)
  expect(within(imported).queryByRole('button', { name: /Open/ })).not.toBeInTheDocument()
})

it('[SHR-5] says why a file that was read could not be opened', async () => {
  show({
    loadSession() {
      throw new Error('The app has attached no store.')
    },
  })
  await drop()
  expect(await within(await report()).findByRole('alert')).toHaveTextContent('The app has attached no store.')
})

it('[SHR-6] makes a test, copies and downloads it', async () => {
  const user = userEvent.setup()
  show({ saveTest: () => ({ text: "it('runs', () => {})\n" }) })
  await user.click(await screen.findByRole('button', { name: 'Make the test' }))
  expect(await screen.findByRole('region', { name: 'The test' })).toHaveTextContent("it('runs', () => {})")
  await user.click(screen.getByRole('button', { name: 'Copy' }))
  await screen.findByText('Copied the test')
  expect(await navigator.clipboard.readText()).toBe("it('runs', () => {})\n")
  await user.click(screen.getByRole('button', { name: 'Download' }))
  expect(saved[0]?.name).toBe('bank-0-6.test.ts')
})
