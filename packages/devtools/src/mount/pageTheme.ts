/** Whether a page is light or dark now: by what its root element says, else as the system has it. */
export function pageTheme(page: Document): 'light' | 'dark' {
  const view = page.defaultView
  const root = page.documentElement
  const named = root.dataset.theme ?? (root.classList.contains('dark') ? 'dark' : undefined)
  if (named === 'light' || named === 'dark') return named
  const scheme = view?.getComputedStyle(root).colorScheme ?? 'normal'
  const isDark = scheme.includes('dark')
  if (isDark && !scheme.includes('light')) return 'dark'
  // A page that offers no dark scheme is drawn light, whatever the system prefers.
  return isDark && view?.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Calls `listener` when the page may have changed its theme. Gives the way to stop it. */
export function watchPageTheme(page: Document, listener: () => void): () => void {
  const system = page.defaultView?.matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(listener)
  observer.observe(page.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] })
  system?.addEventListener('change', listener)
  return () => {
    observer.disconnect()
    system?.removeEventListener('change', listener)
  }
}
