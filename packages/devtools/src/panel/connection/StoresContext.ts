import { createContext, useContext } from 'react'
import type { StoreOverview } from '../../protocol/overview.ts'

/** The app's stores as they are now, and the one that the panel looks at. */
export interface Stores {
  /** `undefined` until the app has told. */
  readonly all: readonly StoreOverview[] | undefined
  readonly current: StoreOverview | undefined
}

export const StoresContext = createContext<Stores>({ all: undefined, current: undefined })

/** Renders anew with every move of a playhead: for the parts that show it. */
export function useStores(): Stores {
  return useContext(StoresContext)
}
