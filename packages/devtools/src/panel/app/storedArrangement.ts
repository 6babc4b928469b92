import type { Arrangement } from '../model/arrangement.ts'
import { arrangement } from '../model/arrangement.ts'
import type { PanelStore } from '../model/panelStore.ts'

const key = 'playhead-devtools/arrangement'

/** What was arranged on an earlier visit. What cannot be read, or is of another kind, is left out. */
export function storedArrangement(): Partial<Arrangement> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    return Object.fromEntries(
      Object.entries(stored).filter(([name, value]) => checks[name]?.(value)),
    ) as Partial<Arrangement>
  } catch {
    return {}
  }
}

/** Keeps every change for the next visit. Gives the way to stop. */
export function keepArrangement(store: PanelStore): () => void {
  return store.watch(arrangement, () => {
    // A loop is a place in a log, which is another one next time.
    const { loop: _, ...kept } = store.get(arrangement)
    try {
      localStorage.setItem(key, JSON.stringify(kept))
    } catch {
      // It then lasts as long as the panel.
    }
  })
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isPath = (value: unknown) =>
  isList(value) && value.every((key) => typeof key === 'string' || typeof key === 'number')
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What each kept field must look like: somebody may have written something else there. */
const checks: Readonly<Record<string, (value: unknown) => boolean>> = {
  filter: isObject,
  folded: (value) => typeof value === 'boolean',
  hidden: (value) => isList(value) && value.every((type) => typeof type === 'string'),
  tracks: (value) => value === 'slice' || value === 'effect' || value === 'origin',
  axis: (value) => value === 'offset' || value === 'time',
  speed: (value) => typeof value === 'number' && value >= 0.25 && value <= 64,
  bookmarks: (value) =>
    isList(value) &&
    value.every(
      (each) =>
        isObject(each) &&
        typeof each.store === 'string' &&
        typeof each.offset === 'number' &&
        typeof each.note === 'string',
    ),
  pins: (value) => isList(value) && value.every(isPath),
  theme: (value) => value === 'system' || value === 'light' || value === 'dark',
}
