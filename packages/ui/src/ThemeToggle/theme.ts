import { useSyncExternalStore } from 'react'

/** `system` follows the reader's settings, and is what nobody has to choose. */
export type Theme = 'system' | 'light' | 'dark'

const storageKey = 'playhead.theme'
const listeners = new Set<() => void>()
let current: Theme | undefined

/** The theme that was chosen, here or on an earlier visit. */
export function getTheme(): Theme {
  current ??= stored()
  return current
}

/** Chooses a theme for this page and for later visits. Where nothing can be stored, for this page. */
export function setTheme(theme: Theme): void {
  current = theme
  applyTheme()
  try {
    if (theme === 'system') localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, theme)
  } catch {
    // Private windows and full disks: the choice holds until the page is left.
  }
  for (const listener of listeners) listener()
}

/** Puts the chosen theme on the root element. Call it before the first render, so that the page does not flash. */
export function applyTheme(root: HTMLElement = document.documentElement): void {
  const theme = getTheme()
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
}

/** The chosen theme, and a way to choose; the same in every component, and in every tab. */
export function useTheme(): readonly [theme: Theme, setTheme: (theme: Theme) => void] {
  const theme = useSyncExternalStore<Theme>(subscribe, getTheme, () => 'system')
  return [theme, setTheme]
}

function subscribe(listener: () => void): () => void {
  const fromAnotherTab = (event: StorageEvent) => {
    if (event.key !== storageKey && event.key !== null) return
    current = stored()
    applyTheme()
    listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', fromAnotherTab)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', fromAnotherTab)
  }
}

function stored(): Theme {
  try {
    const text = localStorage.getItem(storageKey)
    return text === 'light' || text === 'dark' ? text : 'system'
  } catch {
    return 'system'
  }
}
