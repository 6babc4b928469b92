const key = (name: string) => `playhead-devtools/share/${name}`

/** A part's share of its place, as it was left; `undefined` where none is kept. */
export function storedShare(name: string): number | undefined {
  try {
    const share = Number(localStorage.getItem(key(name)) ?? Number.NaN)
    return share > 0 && share < 1 ? share : undefined
  } catch {
    return undefined
  }
}

/** Keeps it for the next visit, where the browser lets it. */
export function storeShare(name: string, share: number): void {
  try {
    localStorage.setItem(key(name), String(share))
  } catch {
    // It then lasts as long as the panel.
  }
}
