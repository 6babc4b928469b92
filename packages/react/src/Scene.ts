import type { Place, Playhead, Store, View } from '@playhead/core'

/** What hooks look at: a store, and the view of it that is shown. */
export interface Scene {
  readonly store: Store
  /** The store itself, which follows its playhead; or a fixed view, where a place was given. */
  readonly view: View
  /** Calls back when the selector's value in this view has changed. Gives the way to stop it. */
  readonly watch: Store['watch']
  /**
   * What the server had, as far as the page can know it: the view as it was when the provider
   * was first rendered. Parts of a page that hydrate late must not meet a later state in the
   * server's HTML.
   */
  readonly hydrated: {
    readonly view: () => View
    readonly playhead: Playhead
  }
}

/**
 * A scene that begins now.
 *
 * @throws PlayheadError as `store.at` does, for a place that is not in the log
 */
export function createScene(store: Store, at: Place | undefined): Scene {
  const { playhead } = store.timeline
  if (at !== undefined) {
    const view = store.at(at)
    return { store, view, watch: neverChanges, hydrated: { view: () => view, playhead } }
  }
  // Weak: a provider lives as long as the page, and must not keep the state of its first day.
  const first = new WeakRef(store.getState())
  const unchanged = () => first.deref() === store.getState()
  let firstView: View | undefined
  const view = () => {
    if (onServer() || unchanged()) return store
    firstView ??= store.at(playhead.offset)
    return firstView
  }
  return { store, view: store, watch: store.watch, hydrated: { view, playhead } }
}

export const onServer = (): boolean => typeof window === 'undefined'

const neverChanges = () => () => {}
