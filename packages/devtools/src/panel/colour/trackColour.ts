/**
 * The custom properties that colour tracks: the series of `@playhead/ui`, told apart by colour-blind readers too; grey for
 * what belongs to none.
 */
export type TrackColour = `--ph-series-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}` | '--ph-neutral-500'

const PALETTE: readonly TrackColour[] = [
  '--ph-series-1',
  '--ph-series-2',
  '--ph-series-3',
  '--ph-series-4',
  '--ph-series-5',
  '--ph-series-6',
  '--ph-series-7',
  '--ph-series-8',
]

/**
 * Gives each name a colour of its own, while there are any left, and the same one whenever it is asked again.
 *
 * A name's own place comes from its letters, so that a slice tends to keep its colour from one day to the next;
 * where another name has taken it, the next free one is given. From the ninth name on colours are shared. The empty name
 * is grey, and takes no colour from anybody.
 */
export function createTrackColours(): (name: string) => TrackColour {
  const given = new Map<string, TrackColour>()
  const taken = new Set<TrackColour>()

  return (name) => {
    if (name === '') return '--ph-neutral-500'
    const known = given.get(name)
    if (known) return known
    const own = hashOf(name) % PALETTE.length
    const wanted = [...PALETTE.slice(own), ...PALETTE.slice(0, own)]
    const colour = wanted.find((each) => !taken.has(each)) ?? wanted[0] ?? '--ph-series-1'
    given.set(name, colour)
    taken.add(colour)
    return colour
  }
}

/**
 * The colour of a slice, an effect or an origin, the same all over the panel: the name of a custom property,
 * for `var(…)` in a style and for {@link readColor} on a canvas.
 */
export const trackColour: (name: string) => TrackColour = createTrackColours()

/** FNV-1a, 32 bits. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  // The low bits of FNV-1a are its weakest: fold the high ones in.
  return (hash ^ (hash >>> 15)) >>> 0
}
