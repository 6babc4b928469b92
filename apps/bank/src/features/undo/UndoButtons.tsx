import { Banner, IconButton } from '@playhead/ui'
import { Redo2, Undo2 } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useStream } from '../../hooks.ts'
import { useIsPast, useTimeView } from '../time/index.ts'
import { isTyping } from './isTyping.ts'
import { stepName } from './stepName.ts'
import styles from './UndoButtons.module.css'

/**
 * Takes back the last thing that can be, and brings it back. Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y do the same, outside
 * fields: there, they are the field's. Money is not among it: that is reversed by a new entry.
 */
export function UndoButtons() {
  const { store } = useTimeView()
  const isPast = useIsPast()
  const undoable = useStream(store.undoable$, store.undoable)
  const [problem, setProblem] = useState<string>()
  const run = useCallback(
    (what: 'undo' | 'redo') => {
      if (isPast) return
      try {
        store[what]()
        setProblem(undefined)
      } catch (error) {
        setProblem(error instanceof Error ? error.message : String(error))
      }
    },
    [store, isPast],
  )
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      run(key === 'y' || event.shiftKey ? 'redo' : 'undo')
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [run])
  const { canUndo, canRedo, undo, redo } = undoable
  if (!canUndo && !canRedo) return null
  return (
    <div className={styles.buttons}>
      <IconButton
        label={undo && canUndo ? `Undo: ${stepName(undo)}` : 'Undo'}
        icon={<Undo2 />}
        tooltipPlacement="bottom"
        isDisabled={!canUndo || isPast}
        onPress={() => run('undo')}
      />
      <IconButton
        label={redo && canRedo ? `Redo: ${stepName(redo)}` : 'Redo'}
        icon={<Redo2 />}
        tooltipPlacement="bottom"
        isDisabled={!canRedo || isPast}
        onPress={() => run('redo')}
      />
      {problem !== undefined && (
        <div className={styles.problem}>
          <Banner kind="error" title="That cannot be undone" onDismiss={() => setProblem(undefined)}>
            {problem}
          </Banner>
        </div>
      )}
    </div>
  )
}
