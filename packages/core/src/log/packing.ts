type Packing = typeof import('../pack/packing.ts')

let loaded: Packing | undefined

/**
 * Loads what packs records and reads packed ones. A page needs it once its log has thousands of
 * records, or brings some from the disk, so it is a part of its own and no page waits for it to start.
 */
export async function loadPacking(): Promise<void> {
  loaded ??= await import('../pack/packing.ts')
}

/** The part itself, from those who cannot do without it from the start. */
export const providePacking = (part: Packing): void => {
  loaded ??= part
}

export const canPack = (): boolean => loaded !== undefined

/** Whoever has something packed has loaded it. */
export function packing(): Packing {
  if (loaded) return loaded
  throw new Error('Packed records are asked for, and `loadPacking` was not awaited.')
}
