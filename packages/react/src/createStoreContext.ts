import type { Store } from '@playhead/core'
import { PlayheadError } from '@playhead/core'
import { createContext, createElement, useContext, useMemo } from 'react'
import type { Hooks } from './Hooks.ts'
import type { Scene } from './Scene.ts'
import { createScene, onServer } from './Scene.ts'

/** The context of one set of hooks. Two sets never see each other's providers. */
export function createStoreContext(defaultStore: Store | undefined): {
  readonly StoreProvider: Hooks['StoreProvider']
  readonly useScene: () => Scene
} {
  const Context = createContext<Scene | undefined>(undefined)
  const defaultScene = defaultStore && createScene(defaultStore, undefined)
  return {
    StoreProvider({ store, at, children }) {
      // A Date is another object on each render; its time tells whether it is the same place.
      const place = at instanceof Date ? at.getTime() : at
      const isTime = at instanceof Date
      const scene = useMemo(
        () => createScene(store, isTime && place !== undefined ? new Date(place) : place),
        [store, place, isTime],
      )
      return createElement(Context.Provider, { value: scene }, children)
    },
    useScene() {
      const scene = useContext(Context)
      if (scene) return scene
      // A module's store must not leak from one request into another.
      if (!defaultScene || onServer()) throw providerRequired(defaultScene !== undefined)
      return defaultScene
    },
  }
}

const providerRequired = (hasDefault: boolean) =>
  new PlayheadError({
    code: 'react/provider-required',
    message: hasDefault
      ? 'A hook was used on a server without a StoreProvider above it: the store of a module would be shared by all requests. Wrap the tree in <StoreProvider store={…}> with a store made for this request.'
      : 'A hook was used without a StoreProvider above it, and createHooks was given no store. Wrap the tree in <StoreProvider store={…}>, or call createHooks(store).',
  })
