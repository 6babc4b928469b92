import type { Dispatchable, LogRecord, Store } from '@playhead/core'

/** What the browser extension gives a page, as far as it is used here. */
export interface ReduxDevtoolsExtension {
  connect(options: { readonly name?: string }): ExtensionConnection
}

export interface ExtensionConnection {
  init(state: unknown): void
  send(action: unknown, state: unknown): void
  subscribe(listener: (message: ExtensionMessage) => void): (() => void) | undefined
}

export interface ExtensionMessage {
  readonly type: string
  readonly state?: string
  readonly payload?: unknown
}

export interface ConnectOptions {
  /** What the extension calls the store. */
  readonly name?: string
  /** Newest records that the extension is told of; it keeps a state for each. Default 200. */
  readonly recordsMax?: number
  /** The extension; default: that of the page. */
  readonly extension?: ReduxDevtoolsExtension | undefined
}

/**
 * Shows a store in the Redux DevTools extension, where somebody has it: each record with its state, jumps both ways,
 * and actions dispatched by hand. What would cut the log off (commit, reset) is not done: a log is append-only.
 *
 * @returns the way to stop it. Where there is no extension, nothing happens.
 */
export function connectReduxDevtools(store: Store, options: ConnectOptions = {}): () => void {
  const { name, recordsMax = 200, extension = extensionOfPage() } = options
  const connection = extension?.connect({ ...(name !== undefined && { name }) })
  if (!connection) return () => {}

  const shown: Shown[] = [
    { id: 0, offset: store.timeline.playhead.head, action: { type: '@@INIT' }, state: store.live.getState() },
  ]
  let ids = 0
  let isJumping = false
  connection.init(store.live.getState())

  const action$ = store.action$.subscribe((record) => {
    const next = {
      id: ++ids,
      offset: store.timeline.playhead.head,
      action: actionOf(record),
      state: store.live.getState(),
    }
    shown.push(next)
    if (shown.length > recordsMax) shown.shift()
    connection.send(next.action, next.state)
  })
  // Where the extension stands: it follows what is sent to it.
  let followed: number | 'live' = 'live'
  const unsubscribe = store.subscribe(() => {
    const { offset, status } = store.timeline.playhead
    const place = status === 'live' ? 'live' : offset
    if (isJumping || place === followed) return
    followed = place
    connection.send(null, liftedState(shown, offset))
  })
  const stop = connection.subscribe((message) => {
    if (message.type === 'ACTION') return dispatchByHand(store, message.payload)
    const jump = jumpOf(message)
    const to = shown.find(({ id }) => id === jump)
    if (!to) return
    isJumping = true
    const isNewest = to === shown.at(-1)
    const done = isNewest ? Promise.resolve(store.timeline.live()) : store.timeline.seek(to.offset)
    void done.finally(() => {
      isJumping = false
      followed = isNewest ? 'live' : to.offset
    })
  })
  return () => {
    action$.unsubscribe()
    unsubscribe()
    stop?.()
  }
}

interface Shown {
  readonly id: number
  readonly offset: number
  readonly action: object
  readonly state: unknown
}

/** The extension's whole picture, by which it is told that somebody else has moved. */
function liftedState(shown: readonly Shown[], offset: number): object {
  const index = shown.findLastIndex((each) => each.offset <= offset)
  return {
    actionsById: Object.fromEntries(
      shown.map(({ id, action }) => [id, { type: 'PERFORM_ACTION', action, timestamp: 0 }]),
    ),
    computedStates: shown.map(({ state }) => ({ state })),
    currentStateIndex: Math.max(0, index),
    nextActionId: (shown.at(-1)?.id ?? 0) + 1,
    skippedActionIds: [],
    stagedActionIds: shown.map(({ id }) => id),
  }
}

const actionOf = ({ type, payload, rest }: LogRecord): object => ({
  ...rest,
  type,
  ...(payload !== undefined && { payload }),
})

/** The id of the action that somebody jumped to. */
function jumpOf({ type, payload }: ExtensionMessage): number | undefined {
  if (type !== 'DISPATCH' || typeof payload !== 'object' || payload === null) return undefined
  const { type: command, actionId } = payload as { readonly type?: unknown; readonly actionId?: unknown }
  const isJump = command === 'JUMP_TO_ACTION' || command === 'JUMP_TO_STATE'
  return isJump && typeof actionId === 'number' ? actionId : undefined
}

/** Somebody typed an action in the extension. What is none is theirs to see, in the console. */
function dispatchByHand(store: Store, payload: unknown): void {
  try {
    store.dispatch((typeof payload === 'string' ? JSON.parse(payload) : payload) as Dispatchable)
  } catch (thrown) {
    console.error(thrown)
  }
}

const extensionOfPage = (): ReduxDevtoolsExtension | undefined =>
  (globalThis as { readonly __REDUX_DEVTOOLS_EXTENSION__?: ReduxDevtoolsExtension }).__REDUX_DEVTOOLS_EXTENSION__
