import { FastForward, FileCode2, Pin, PinOff, Rewind, UserSearch } from 'lucide-react'
import type { RunUntil } from '../../blame/useRunUntilChanged.ts'
import { arrangement } from '../../model/arrangement.ts'
import { panel } from '../../model/panelActions.ts'
import { useActions, useSelector } from '../../model/panelStore.ts'
import { pathKey, selectorCode } from '../../values/paths.ts'
import type { ValueActions } from '../../values/ValueMenu.tsx'
import type { ShownValue } from '../../values/ValueTree.tsx'

export interface ValueActionsOptions {
  readonly store: string
  readonly place: number
  readonly run: RunUntil
  readonly copy: (what: string, text: string) => void
}

/** What can be done with a value of the state: ask who changed it, run until it changes, keep it in view. */
export function useValueActions({ store, place, run, copy }: ValueActionsOptions) {
  const { blameAsked, pathPinned, pathUnpinned } = useActions(panel)
  const { pins } = useSelector(arrangement)
  return ({ path, steps }: ShownValue): readonly ValueActions[] => {
    // The root is everything: every record changes it.
    if (path.length === 0) return []
    const ref = { store, value: { of: 'state', at: place }, path } as const
    const isPinned = pins.some((pin) => pathKey(pin) === pathKey(path))
    const code = selectorCode(steps)
    return [
      {
        title: 'History',
        actions: [
          { id: 'blame', label: 'Who changed this', icon: <UserSearch />, shortcut: 'B', run: () => blameAsked(ref) },
          {
            id: 'forward',
            label: 'Run until this changes',
            icon: <FastForward />,
            run: () => run.start(ref, place, 'forward'),
          },
          {
            id: 'backward',
            label: 'Run back to its last change',
            icon: <Rewind />,
            run: () => run.start(ref, place, 'backward'),
          },
        ],
      },
      {
        title: 'Keep',
        actions: [
          isPinned
            ? { id: 'unpin', label: 'Unpin', icon: <PinOff />, shortcut: 'P', run: () => pathUnpinned(path) }
            : { id: 'pin', label: 'Pin', icon: <Pin />, shortcut: 'P', run: () => pathPinned(path) },
          { id: 'selector', label: 'Copy selector code', icon: <FileCode2 />, run: () => copy('selector code', code) },
        ],
      },
    ]
  }
}
