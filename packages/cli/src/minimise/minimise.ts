/** A record, as far as the search for fewer of them is concerned. */
export interface Causal {
  readonly id: string
  readonly causedBy?: string
}

export interface MinimiseOptions {
  /** Told before each try: how many records it has, and how many the smallest failing one has so far. */
  readonly onTry?: (tried: number, smallest: number) => void
  readonly signal?: AbortSignal
}

export interface Minimised<R> {
  readonly records: readonly R[]
  /** How often the predicate was asked. */
  readonly tries: number
  /** No single record can be left out of it. `false` where the search was stopped. */
  readonly isMinimal: boolean
}

/**
 * Drops records while a predicate still fails, down to a list of which no single one can be left out. First the
 * end is cut off, then whole trees of causes go (what somebody did, with what effects answered), then single
 * records: Zeller's ddmin, from "Simplifying and Isolating Failure-Inducing Input" (2002), at each level.
 *
 * @param fails whether a list, in the order of the log, still shows the failure. It must for all of `records`
 */
export async function minimise<R extends Causal>(
  records: readonly R[],
  fails: (candidate: readonly R[]) => boolean | Promise<boolean>,
  { onTry, signal }: MinimiseOptions = {},
): Promise<Minimised<R>> {
  let smallest: readonly number[] = records.keys().toArray()
  let tries = 0
  const picked = () => smallest.map((at) => records[at] as R)

  /** Asks, and keeps what fails: the search goes on from there, also when it is stopped. */
  const still = async (candidate: readonly number[]): Promise<boolean> => {
    if (signal?.aborted) throw STOPPED
    tries++
    onTry?.(tries, smallest.length)
    const inOrder = candidate.toSorted((a, b) => a - b)
    if (!(await fails(inOrder.map((at) => records[at] as R)))) return false
    smallest = inOrder
    return true
  }

  try {
    await shortestPrefix(smallest, still)
    await ddmin(treesOf(records, smallest), still)
    const singles = smallest.map((at) => [at])
    await ddmin(singles, still)
    return { records: picked(), tries, isMinimal: true }
  } catch (thrown) {
    if (thrown !== STOPPED) throw thrown
    return { records: picked(), tries, isMinimal: false }
  }
}

const STOPPED: unique symbol = Symbol('stopped')

/** Records by their index. */
type Still = (candidate: readonly number[]) => Promise<boolean>

/** Halves the end away. What fails only with something later is found all the same, a little later. */
async function shortestPrefix(records: readonly number[], still: Still): Promise<void> {
  let passes = 0
  let failing = records.length
  while (failing - passes > 1) {
    const middle = (passes + failing) >> 1
    if (await still(records.slice(0, middle))) failing = middle
    else passes = middle
  }
}

/** ddmin over groups: leaves out ever smaller parts, until no single group can be left out. */
async function ddmin(groups: readonly (readonly number[])[], still: Still): Promise<void> {
  let left = groups
  let parts = 2
  while (left.length > 1) {
    const size = Math.ceil(left.length / parts)
    const fewer = await withoutOnePart(left, size, still)
    if (fewer) {
      left = fewer
      parts = Math.max(parts - 1, 2)
    } else if (size === 1) return
    else parts = Math.min(left.length, parts * 2)
  }
  if (left.length === 1) await still([])
}

/** Leaves out one part after the other, from the end: what is late is seldom what it began with. */
async function withoutOnePart(
  groups: readonly (readonly number[])[],
  size: number,
  still: Still,
): Promise<readonly (readonly number[])[] | undefined> {
  for (let from = Math.floor((groups.length - 1) / size) * size; from >= 0; from -= size) {
    const rest = groups.toSpliced(from, size)
    if (rest.length > 0 && (await still(rest.flat()))) return rest
  }
  return undefined
}

/** Trees of causes: an outside event with all that came of it. In the order of their first records. */
function treesOf(records: readonly Causal[], among: readonly number[]): readonly (readonly number[])[] {
  const trees = new Map<string, number[]>()
  const rootOf = new Map<string, string>()
  for (const at of among) {
    const { id, causedBy } = records[at] as Causal
    const root = (causedBy !== undefined && rootOf.get(causedBy)) || id
    rootOf.set(id, root)
    const tree = trees.get(root)
    if (tree) tree.push(at)
    else trees.set(root, [at])
  }
  return [...trees.values()]
}
