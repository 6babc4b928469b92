import { lazy } from 'react'
import type { Feature } from '../../feature/index.ts'

/** Undo and redo for whatever is declared undoable, by buttons and keys. It knows no action. */
export const feature: Feature = {
  name: 'undo',
  parts: {
    topBar: { rank: 1, Part: lazy(async () => ({ default: (await import('./UndoButtons.tsx')).UndoButtons })) },
  },
}
