import { createStore } from '@playhead/core'
import { createHooks } from '@playhead/react'
import type { Arrangement } from './arrangement.ts'
import { createArrangement } from './arrangement.ts'
import { focus } from './focus.ts'

/** The panel's own state, by its own means: a fold over what somebody does in it. */
export function createPanelStore(stored?: Partial<Arrangement>) {
  return createStore({ slices: [focus, createArrangement(stored)] })
}

export type PanelStore = ReturnType<typeof createPanelStore>

/** The hooks of the panel's own state. */
export const { StoreProvider, useActions, useSelector } = createHooks()
