import { useEffect, useEffectEvent } from 'react'
import { commandFor } from './commandFor.ts'
import type { CommandName } from './shortcuts.ts'

/** Listens to the panel's keys while the component is there. A command that is not given does nothing. */
export function useShortcuts(commands: Partial<Readonly<Record<CommandName, () => void>>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const name = commandFor(event)
    const command = name && commands[name]
    if (!command) return
    event.preventDefault()
    command()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
