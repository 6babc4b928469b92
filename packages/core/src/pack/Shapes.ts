/** Objects of a column, by their fields: `{ a, b }` and `{ b, a }` are two shapes of the same two fields. */
export interface Shapes {
  /** Names of fields in order, for each shape. */
  readonly shapes: readonly (readonly string[])[]
  /** Which shape each object has. */
  readonly tags: readonly number[]
}

type Fields = Readonly<Record<string, unknown>>

/** Sorts objects by shape; `undefined` where there are more shapes than `shapesMax`. */
export function shapesOf(values: readonly object[], shapesMax: number): Shapes | undefined {
  const shapes: (readonly string[])[] = []
  const tags = new Array<number>(values.length)
  const known = new Map<string, number>()
  let last = -1
  for (let at = 0; at < values.length; at++) {
    const keys = Object.keys(values[at] as object)
    if (last < 0 || !sameKeys(keys, shapes[last] as readonly string[])) {
      const name = JSON.stringify(keys)
      let tag = known.get(name)
      if (tag === undefined) {
        if (shapes.length === shapesMax) return undefined
        tag = shapes.push(keys) - 1
        known.set(name, tag)
      }
      last = tag
    }
    tags[at] = last
  }
  return { shapes, tags }
}

/** The fields of all shapes, each once, in the order in which they first appear. */
export const fieldsOf = (shapes: readonly (readonly string[])[]): readonly string[] => [...new Set(shapes.flat())]

/** The values of each field, in the order of the objects that have it. */
export function columnsOf(values: readonly object[], { shapes, tags }: Shapes): ReadonlyMap<string, unknown[]> {
  const columns = new Map<string, unknown[]>(fieldsOf(shapes).map((field) => [field, []]))
  const columnsByShape = shapes.map((keys) => keys.map((key) => columns.get(key) as unknown[]))
  for (let at = 0; at < values.length; at++) {
    const tag = tags[at] as number
    const keys = shapes[tag] as readonly string[]
    const targets = columnsByShape[tag] as unknown[][]
    const value = values[at] as Fields
    for (let n = 0; n < keys.length; n++) (targets[n] as unknown[]).push(value[keys[n] as string])
  }
  return columns
}

/** The objects again, of their shapes and the columns of their fields. They are taken to be what the caller says. */
export function objectsOf<T extends object>(
  { shapes, tags }: Shapes,
  columns: ReadonlyMap<string, readonly unknown[]>,
): T[] {
  const objects = new Array<T>(tags.length)
  const [only] = shapes
  if (shapes.length === 1 && only) {
    const values = only.map((key) => columns.get(key) as readonly unknown[])
    for (let at = 0; at < objects.length; at++) {
      const object: Record<string, unknown> = {}
      for (let n = 0; n < only.length; n++) object[only[n] as string] = (values[n] as readonly unknown[])[at]
      objects[at] = object as T
    }
    return objects
  }
  const fields = fieldsOf(shapes)
  const values = fields.map((field) => columns.get(field) as readonly unknown[])
  const next = new Int32Array(fields.length)
  const placesByShape = shapes.map((keys) => keys.map((key) => fields.indexOf(key)))
  for (let at = 0; at < objects.length; at++) {
    const tag = tags[at] as number
    const keys = shapes[tag] as readonly string[]
    const places = placesByShape[tag] as readonly number[]
    const object: Record<string, unknown> = {}
    for (let n = 0; n < keys.length; n++) {
      const place = places[n] as number
      const from = next[place] as number
      next[place] = from + 1
      object[keys[n] as string] = (values[place] as readonly unknown[])[from]
    }
    objects[at] = object as T
  }
  return objects
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
