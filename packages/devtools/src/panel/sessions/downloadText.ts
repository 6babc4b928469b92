/** Gives a text to the browser to save under a name. */
export function downloadText(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has begun by then; it keeps what it needs.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** A name that every file system takes: `bank-0-1041.playhead`. */
export const fileName = (store: string, { from, to }: { readonly from: number; readonly to: number }, ending: string) =>
  `${store.replaceAll(/[^\p{L}\p{N}-]+/gu, '-').replaceAll(/^-+|-+$/g, '') || 'session'}-${from}-${to}${ending}`
