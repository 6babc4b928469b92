import type { Path } from '@playhead/core'
import { shapeOf } from '../preview/shapeOf.ts'

/** Where each key of a path stands among its neighbours, as far as there is a value. */
export function locate(root: unknown, path: Path): readonly number[] {
  const places: number[] = []
  let value = root
  for (const key of path) {
    if (typeof value !== 'object' || value === null) break
    const shape = shapeOf(value)
    const part = shape.at(key)
    const place = part && placeOf(shape, key)
    if (part === undefined || place === undefined) break
    places.push(place)
    if (part.accessor) break
    value = part.value
  }
  return places
}

function placeOf(shape: ReturnType<typeof shapeOf>, key: string | number): number | undefined {
  // Items stand where their key says.
  if (shape.kind === 'array' || shape.kind === 'set' || shape.kind === 'bytes') return Number(key)
  for (let from = 0; from < shape.size; from += WINDOW) {
    const at = shape.keys(from, from + WINDOW).findIndex((each) => Object.is(each, key) || String(each) === String(key))
    if (at >= 0) return from + at
  }
  return undefined
}

const WINDOW = 100_000
