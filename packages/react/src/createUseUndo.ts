import type { Undoable } from '@playhead/core'
import { useMemo, useSyncExternalStore } from 'react'
import type { UndoHandle, UseUndo } from './Hooks.ts'
import type { Scene } from './Scene.ts'

/** What the store's undo and redo can do now, with the functions that do it. */
export function createUseUndo(useScene: () => Scene): UseUndo {
  return () => {
    const { store } = useScene()
    const undoable = useSyncExternalStore(
      store.subscribe,
      () => store.undoable,
      () => nothing,
    )
    const doing = useMemo(
      (): Pick<UndoHandle, 'undo' | 'redo'> => ({
        // As handlers of events they take no target.
        undo: () => void store.undo(),
        redo: () => void store.redo(),
      }),
      [store],
    )
    return useMemo(() => {
      const { canUndo, canRedo, undo, redo } = undoable
      return { ...doing, canUndo, canRedo, undoStep: undo, redoStep: redo }
    }, [undoable, doing])
  }
}

/** Of a server, and of a page until it is hydrated: nobody can press a button yet. */
const nothing: Undoable = { canUndo: false, canRedo: false, undo: undefined, redo: undefined }
