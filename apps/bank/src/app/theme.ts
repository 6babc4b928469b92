/** Light or dark, or as the system has it. */
export type Theme = 'system' | 'light' | 'dark'

const key = 'playhead-bank/theme'

/** The reader's choice. Where the browser keeps nothing, the system's. */
export function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(key)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system'
  }
}

/** Shows a theme on the whole page, and remembers it where the browser lets it. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, theme)
  } catch {
    // The choice then lasts as long as the page.
  }
}
