import { createDevTools } from '@redux-devtools/core'
import { InspectorMonitor } from '@redux-devtools/inspector-monitor'
import { ActionCreators } from '@redux-devtools/instrument'
import { SliderMonitor } from '@redux-devtools/slider-monitor'
import { createRoot } from 'react-dom/client'
import { Provider } from 'react-redux'
import type { Action, Reducer, StoreEnhancer } from 'redux'
import { legacy_createStore as createStore } from 'redux'
import { timeOperation } from '../harness/timeOperation.ts'
import type { LedgerAction } from '../ledger/LedgerAction.ts'
import { ACCOUNTS, accountId } from '../ledger/LedgerAction.ts'
import { eachLedgerAction, ledgerActions } from '../ledger/ledgerActions.ts'
import { pagedLedger } from '../ledger/pagedLedger.ts'
import { Dashboard } from './Dashboard.tsx'
import type { DevtoolsPage } from './DevtoolsQuestion.ts'
import { frameWatch } from './frameWatch.ts'
import { until } from './until.ts'

/** The panel of Redux DevTools, below a page: its list of actions with the inspector, and its slider. */
export async function reduxDevtoolsPage(size: number): Promise<Omit<DevtoolsPage, 'prepare'>> {
  const Slider = createDevTools(<SliderMonitor keyboardEnabled={false} />)
  const Inspector = createDevTools(<InspectorMonitor supportImmutable={false} />)
  const reducer = ((state = pagedLedger.initial, action: LedgerAction) =>
    pagedLedger.reduce(state, action)) as unknown as Reducer<typeof pagedLedger.initial, Action>
  const store = createStore(
    reducer,
    Inspector.instrument({ shouldHotReload: false }) as unknown as StoreEnhancer<{
      readonly liftedStore: { dispatch(action: object): void; getState(): { readonly currentStateIndex: number } }
    }>,
  )
  store.liftedStore.dispatch(ActionCreators.importState([...eachLedgerAction(size)]))
  createRoot(document.querySelector('main') as HTMLElement).render(
    <Dashboard
      accounts={{
        ids: Array.from({ length: ACCOUNTS }, (_, at) => accountId(at)),
        subscribe: (listener) => store.subscribe(listener),
        account: (id) => store.getState().accounts[id],
      }}
    />,
  )
  const panel = document.body.appendChild(document.createElement('div'))
  panel.style.cssText = 'position: fixed; inset: auto 0 0 0; height: 420px; display: flex; flex-direction: column'
  const watch = frameWatch(() => store.liftedStore.getState().currentStateIndex)
  return {
    ...watch,
    async open() {
      const start = performance.now()
      createRoot(panel).render(
        <Provider store={store}>
          <div style={{ height: 60 }}>
            <Slider store={store as never} />
          </div>
          <div style={{ flex: 1, minHeight: 0 }}>
            <Inspector store={store as never} />
          </div>
        </Provider>,
      )
      await until(() => panel.querySelector('input[type="range"]') !== null)
      return performance.now() - start
    },
    scrubber() {
      const { left, right, top, height } = (
        panel.querySelector('input[type="range"]') as HTMLElement
      ).getBoundingClientRect()
      return { left, right, y: top + height / 2 }
    },
    dispatch: () => {
      const actions = ledgerActions(size + DISPATCHES).slice(size)
      return timeOperation((call) => void store.dispatch(actions[call] as LedgerAction as Action), {
        warmUpMs: 100,
        measureMs: 600,
        operationsMax: DISPATCHES,
      })
    },
  }
}

const DISPATCHES = 20_000
