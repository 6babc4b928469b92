import { action, createActions, createSlice, createStore } from '@playhead/core'

const counter = createActions('counter', { added: action<number>() })
const count = createSlice('count', 0, (on) => [on(counter.added, (n, { payload }) => n + payload)])
const store = createStore({ slices: [count] })

// #region attach
import { attachDevtools } from '@playhead/devtools'

const devtools = attachDevtools(store, { name: 'counter', testImport: './store' })
// #endregion

// #region later
await devtools.open() // as a press on the button does
devtools.close()
devtools.detach() // takes the store out of the panel; with the last one, the button goes too
// #endregion

// #region csp
attachDevtools(store, { panelUrl: '/assets/playhead-panel.js' })
// #endregion
