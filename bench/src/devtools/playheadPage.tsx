import type { Dispatchable } from '@playhead/core'
import { createRecords, createStore, memoryLog } from '@playhead/core'
import type { AttachedDevtools } from '@playhead/devtools'
import { attachDevtools } from '@playhead/devtools/production'
import { createRoot } from 'react-dom/client'
import { timeOperation } from '../harness/timeOperation.ts'
import type { LedgerAction } from '../ledger/LedgerAction.ts'
import { ACCOUNTS, accountId } from '../ledger/LedgerAction.ts'
import { eachLedgerAction, ledgerActions } from '../ledger/ledgerActions.ts'
import { ledgerSlices } from '../ledger/playheadLedger.ts'
import { Dashboard } from './Dashboard.tsx'
import type { DevtoolsPage } from './DevtoolsQuestion.ts'
import { frameWatch } from './frameWatch.ts'
import { until } from './until.ts'

/** The panel of `@playhead/devtools`, docked below a page. */
export async function playheadPage(size: number): Promise<Omit<DevtoolsPage, 'prepare'>> {
  const { ledger, page } = ledgerSlices('row')
  const timed = eachLedgerAction(size).map((action, at) => ({ time: at * 100, action: action as Dispatchable }))
  const records = createRecords(timed, { client: 'bench', random: () => 0 })
  const store = createStore({ slices: [ledger, page], log: memoryLog({ records }) })
  await store.ready
  createRoot(document.querySelector('main') as HTMLElement).render(
    <Dashboard
      accounts={{
        ids: Array.from({ length: ACCOUNTS }, (_, at) => accountId(at)),
        subscribe: (listener) => store.watch(ledger, listener),
        account: (id) => store.get(ledger).accounts.get(id),
      }}
    />,
  )
  const devtools: AttachedDevtools = attachDevtools(store, { name: 'ledger' })
  const watch = frameWatch(() => store.timeline.playhead.offset)

  return {
    ...watch,
    async open() {
      const start = performance.now()
      await devtools.open()
      await until(() => scrubberOf(panelFrame()) !== null)
      return performance.now() - start
    },
    scrubber() {
      const { frame } = panelFrame()
      const outer = frame.getBoundingClientRect()
      const track = scrubberOf(panelFrame()) as HTMLElement
      const inner = track.getBoundingClientRect()
      return {
        left: outer.left + inner.left,
        right: outer.left + inner.right,
        y: outer.top + inner.top + inner.height / 2,
      }
    },
    dispatch: () => {
      const actions = ledgerActions(size + DISPATCHES).slice(size)
      return timeOperation((call) => void store.dispatch(actions[call] as LedgerAction as Dispatchable), {
        warmUpMs: 100,
        measureMs: 600,
        operationsMax: DISPATCHES,
      })
    },
  }
}

const DISPATCHES = 20_000

function panelFrame(): { readonly frame: HTMLIFrameElement; readonly page: Document } {
  const frames = [...document.querySelectorAll('*')]
    .flatMap((element) => [element, ...(element.shadowRoot?.querySelectorAll('iframe') ?? [])])
    .filter((element): element is HTMLIFrameElement => element instanceof HTMLIFrameElement)
  const frame = frames.at(0)
  if (!frame?.contentDocument) throw new Error('There is no panel in this page.')
  return { frame, page: frame.contentDocument }
}

/** The slider of the transport bar. */
const scrubberOf = ({ page }: { readonly page: Document }) =>
  page.querySelector('[role="slider"][aria-label="Playhead"]')
