import type { UndoStep } from '@playhead/core'

/** A step as people call it: the name of its group, else its action's: `categories/ruleAdded` is `Rule added`. */
export function stepName({ label, group, type }: UndoStep): string {
  if (group !== undefined) return label
  const words = type.slice(type.lastIndexOf('/') + 1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
