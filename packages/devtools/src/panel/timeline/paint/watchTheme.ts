const QUERIES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']

/** Tells when an element's colours may have changed: by an attribute above it, or by the reader's settings. */
export function watchTheme(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  for (let each: Element | null = element; each; each = each.parentElement)
    observer.observe(each, { attributes: true, attributeFilter: ['data-theme', 'class'] })
  const queries = QUERIES.map((query) => matchMedia(query))
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    for (const query of queries) query.removeEventListener('change', changed)
  }
}
