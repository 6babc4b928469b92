import { PlayheadError } from '@playhead/core'
import type { Action } from 'redux'

/** What a file of Redux DevTools holds. */
export interface ReduxDevtoolsFile {
  /** In the order in which they were dispatched, with their times where the file has them. */
  readonly actions: readonly { readonly action: Action; readonly time: number | undefined }[]
  /** State before the first action; `undefined` where the file has none. */
  readonly preloadedState: unknown
  /** Indices in `actions` of those that were skipped in the panel. */
  readonly skipped: ReadonlySet<number>
}

/**
 * Reads what Redux DevTools exports: the file of its Export button, its lifted state, or a list of actions. What
 * it notes of itself (`@@INIT`) is left out.
 *
 * @throws PlayheadError `redux/not-devtools` with what was found instead
 */
export function readReduxDevtools(text: string): ReduxDevtoolsFile {
  const json = parsed(text, 'it is not JSON')
  if (Array.isArray(json)) return ofActions(json, undefined)
  if (!isObject(json)) throw notDevtools('it is neither an object nor a list')
  // The Export button writes both as texts inside the text.
  if ('payload' in json) {
    const payload = typeof json.payload === 'string' ? parsed(json.payload, 'its payload is not JSON') : json.payload
    const state =
      typeof json.preloadedState === 'string'
        ? parsed(json.preloadedState, 'its state is not JSON')
        : json.preloadedState
    if (Array.isArray(payload)) return ofActions(payload, state)
    return ofLifted(payload, state)
  }
  return ofLifted(json, undefined)
}

function ofActions(actions: readonly unknown[], preloadedState: unknown): ReduxDevtoolsFile {
  return placed(
    actions.map((each, at) => ({ ...unwrapped(each, `action ${at}`), skipped: false })),
    preloadedState,
  )
}

/** The state of the instrumented store: actions by id, and the order of the ids. */
function ofLifted(lifted: unknown, preloadedState: unknown): ReduxDevtoolsFile {
  if (!isObject(lifted) || !isObject(lifted.actionsById))
    throw notDevtools('it has neither `payload` nor `actionsById`')
  const byId = lifted.actionsById
  const ids = Array.isArray(lifted.stagedActionIds)
    ? lifted.stagedActionIds
    : Object.keys(byId).sort((a, b) => Number(a) - Number(b))
  const skipped = new Set(Array.isArray(lifted.skippedActionIds) ? lifted.skippedActionIds.map(String) : [])
  const actions = ids.map((id) => ({
    ...unwrapped(byId[String(id)], `actionsById[${String(id)}]`),
    skipped: skipped.has(String(id)),
  }))
  return placed(actions, preloadedState ?? lifted.committedState ?? firstComputed(lifted))
}

/** The state after `@@INIT`, where it was not committed otherwise. */
function firstComputed({ computedStates, stagedActionIds }: Fields): unknown {
  if (!Array.isArray(computedStates) || !Array.isArray(stagedActionIds) || stagedActionIds[0] !== 0) return undefined
  const [first] = computedStates as readonly unknown[]
  return isObject(first) ? first.state : undefined
}

interface Found {
  readonly action: Action
  readonly time: number | undefined
  readonly skipped: boolean
}

function placed(found: readonly Found[], preloadedState: unknown): ReduxDevtoolsFile {
  const own = found.filter(({ action }) => !action.type.startsWith('@@INIT') && !action.type.startsWith('@@redux/'))
  return {
    actions: own.map(({ action, time }) => ({ action, time })),
    preloadedState,
    skipped: new Set(own.flatMap(({ skipped }, at) => (skipped ? [at] : []))),
  }
}

/** An action, bare or as the instrumented store wraps it with its time. */
function unwrapped(value: unknown, where: string): { readonly action: Action; readonly time: number | undefined } {
  if (!isObject(value)) throw notDevtools(`${where} is no object`)
  const isWrapped = value.type === 'PERFORM_ACTION' && isObject(value.action)
  const action = isWrapped ? value.action : value
  if (!isObject(action) || typeof action.type !== 'string') throw notDevtools(`${where} has no type`)
  const time = isWrapped && typeof value.timestamp === 'number' ? value.timestamp : undefined
  return { action: action as Fields & { readonly type: string }, time }
}

function parsed(text: string, wrong: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw notDevtools(wrong, thrown)
  }
}

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const notDevtools = (why: string, cause?: unknown) =>
  new PlayheadError({
    code: 'redux/not-devtools',
    cause,
    message: `This is no export of Redux DevTools: ${why}. Use the file that its Export button writes, a lifted state, or a list of actions.`,
  })
