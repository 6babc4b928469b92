import { PlayheadError } from '../error/PlayheadError.ts'
import type { Cell, CellInput } from './Cell.ts'
import { isWatched } from './Cell.ts'
import { ReadIndex } from './ReadIndex.ts'
import type { TrackedSlice } from './readSlices.ts'
import { runTracked, trackSlice } from './readSlices.ts'
import type { Selector, SelectorNode } from './Selector.ts'
import { NODE } from './Selector.ts'
import { SliceReads } from './SliceReads.ts'

/** State by slice name, as selectors read it. */
export type StateBySlice = Readonly<Record<string, unknown>>

/**
 * What one view of state remembers of its selectors, and who is told when one changes.
 *
 * It belongs to the view and not to the selector: the live state, the state at the playhead
 * and each `at` have one, or two of them would push each other's values out. Cells of
 * selectors that nobody watches go with their selectors.
 *
 * A selector runs again only when something that it read has changed. What it read is noted
 * while it runs, as signals do; here it is slices, fields and rows of immutable state, so that
 * the difference of two states says who is affected.
 */
export class SelectorMemo {
  readonly #cells = new WeakMap<Selector<unknown>, Cell>()
  readonly #index = new ReadIndex()
  readonly #sliceVersions = new Map<string, number>()
  #state: StateBySlice
  // Cells hold a number and not the state, or a selector that nobody reads would keep an old one alive.
  #version = 0

  constructor(state: StateBySlice) {
    this.#state = state
  }

  /**
   * The selector's value in the present state. The same value again while what it read is the same.
   *
   * @throws PlayheadError `slice/not-added` when the store has no such slice
   * @throws PlayheadError `selector/not-a-selector`
   */
  read<T>(selector: Selector<T>): T {
    const node = nodeOf(selector)
    if (node.kind === 'slice') return readSlice(node.name, this.#state) as T
    return this.#valueOf(this.#cellOf(selector)) as T
  }

  /** Calls `listener` when the selector's value has changed, until it is stopped. */
  watch(selector: Selector<unknown>, listener: () => void): () => void {
    const cell = this.#cellOf(selector)
    this.#attempt(cell)
    this.#hold(cell, () => cell.listeners.add(listener))
    return () => this.#release(cell, () => cell.listeners.delete(listener))
  }

  /**
   * Moves the view to another state. Gives the listeners of the selectors whose value is
   * another one now; all values are up to date before the first is called.
   */
  moveTo(state: StateBySlice): readonly (() => void)[] {
    if (state === this.#state) return []
    const affected = this.#index.affected(this.#state, state)
    for (const name of new Set([...Object.keys(this.#state), ...Object.keys(state)])) {
      if (!Object.is(this.#state[name], state[name])) this.#sliceVersions.set(name, this.#versionOf(name) + 1)
    }
    this.#state = state
    this.#version++
    for (const cell of affected) for (const dependent of cell.dependents) affected.add(dependent)
    const watched = [...affected].filter((cell) => cell.listeners.size > 0)
    // Before any of them runs: one may read another, and bring it up to date before its turn.
    const before = watched.map(({ value, thrown }) => ({ value, thrown }))
    for (const cell of watched) this.#attempt(cell)
    const due: (() => void)[] = []
    for (const [i, cell] of watched.entries()) {
      if (!Object.is(before[i]?.value, cell.value) || before[i]?.thrown !== cell.thrown) due.push(...cell.listeners)
    }
    return due
  }

  #versionOf(name: string): number {
    return this.#sliceVersions.get(name) ?? 0
  }

  #valueOf(cell: Cell): unknown {
    if (!this.#isCurrent(cell)) this.#run(cell)
    if (cell.thrown) throw cell.thrown.error
    return cell.value
  }

  #attempt(cell: Cell): boolean {
    try {
      this.#valueOf(cell)
      return true
    } catch {
      return false
    }
  }

  #isCurrent(cell: Cell): boolean {
    if (cell.version === this.#version) return true
    if (cell.version < 0 || !cell.inputs.every((input) => this.#holds(input))) return false
    cell.version = this.#version
    return true
  }

  #holds(input: CellInput): boolean {
    if (input.kind === 'cell') return this.#attempt(input.cell) && Object.is(input.cell.value, input.seen)
    const version = this.#versionOf(input.name)
    if (input.version === version) return true
    if (!Object.hasOwn(this.#state, input.name) || !input.reads.holdIn(this.#state[input.name])) return false
    input.version = version
    return true
  }

  #run(cell: Cell): void {
    const before = cell.inputs
    const tracked: TrackedSlice[] = []
    const inputs: CellInput[] = []
    try {
      const given = cell.node.inputs.map((input) => this.#give(input, inputs, tracked))
      const project = cell.node.project as (...values: unknown[]) => unknown
      const value = runTracked(tracked, () => project(...given))
      const isFirst = cell.version < 0 || cell.thrown !== undefined
      if (isFirst || !cell.node.equal(cell.value, value)) cell.value = value
      cell.thrown = undefined
    } catch (error) {
      cell.thrown = { error }
    }
    cell.version = this.#version
    if (isWatched(cell)) this.#relink(cell, before, inputs)
    else cell.inputs = inputs
  }

  #give(input: Selector<unknown>, inputs: CellInput[], tracked: TrackedSlice[]): unknown {
    const node = nodeOf(input)
    if (node.kind === 'slice') {
      // Noted before it is read: a slice that is not there yet may come.
      const version = this.#versionOf(node.name)
      if (!Object.hasOwn(this.#state, node.name))
        inputs.push({ kind: 'slice', name: node.name, version, reads: wholeReads() })
      const slice = trackSlice(readSlice(node.name, this.#state))
      tracked.push(slice)
      inputs.push({ kind: 'slice', name: node.name, version, reads: slice.reads })
      return slice.given
    }
    const cell = this.#cellOf(input)
    try {
      return this.#valueOf(cell)
    } finally {
      inputs.push({ kind: 'cell', cell, seen: cell.value })
    }
  }

  #cellOf(selector: Selector<unknown>): Cell {
    const known = this.#cells.get(selector)
    if (known) return known
    const node = nodeOf(selector)
    const cell: Cell = {
      selector,
      node: node.kind === 'derived' ? node : wholeSlice(selector),
      version: -1,
      inputs: [],
      value: undefined,
      thrown: undefined,
      listeners: new Set(),
      dependents: new Set(),
    }
    this.#cells.set(selector, cell)
    return cell
  }

  /** Adds one who is to be told; the first brings the cell, and all it stands on, into the index. */
  #hold(cell: Cell, add: () => void): void {
    const isNew = !isWatched(cell)
    add()
    if (!isNew) return
    this.#index.add(cell)
    for (const input of cell.inputs)
      if (input.kind === 'cell') this.#hold(input.cell, () => input.cell.dependents.add(cell))
  }

  #release(cell: Cell, remove: () => void): void {
    if (!isWatched(cell)) return
    remove()
    if (isWatched(cell)) return
    this.#index.remove(cell)
    for (const input of cell.inputs) {
      if (input.kind === 'cell') this.#release(input.cell, () => input.cell.dependents.delete(cell))
    }
  }

  /** A run may read other things than the one before it. */
  #relink(cell: Cell, before: readonly CellInput[], inputs: readonly CellInput[]): void {
    if (sameReads(before, inputs)) {
      cell.inputs = inputs
      return
    }
    this.#index.remove(cell)
    cell.inputs = inputs
    this.#index.add(cell)
    // Those that are read now are held before the others are let go: most of them are the same.
    for (const input of inputs) if (input.kind === 'cell') this.#hold(input.cell, () => input.cell.dependents.add(cell))
    const kept = new Set(inputs.map((input) => (input.kind === 'cell' ? input.cell : undefined)))
    for (const input of before) {
      if (input.kind === 'cell' && !kept.has(input.cell))
        this.#release(input.cell, () => input.cell.dependents.delete(cell))
    }
  }
}

function nodeOf<T>(selector: Selector<T>): SelectorNode<T> {
  const node = (selector as Selector<T> | undefined)?.[NODE]
  if (node) return node
  throw new PlayheadError({
    code: 'selector/not-a-selector',
    message: `Cannot read ${typeof selector === 'function' ? `the function ${(selector as { name: string }).name || '(anonymous)'}` : String(selector)} as a selector. Make one with createSelector(slice, …); a family must be called with its arguments.`,
  })
}

/** A slice that is watched is a selector that hands it on. */
const wholeSlice = (slice: Selector<unknown>): Cell['node'] => ({
  kind: 'derived',
  inputs: [slice],
  project: (state: unknown) => state,
  equal: Object.is,
})

function sameReads(before: readonly CellInput[], after: readonly CellInput[]): boolean {
  return (
    before.length === after.length &&
    after.every((input, i) => {
      const other = before[i]
      if (input.kind === 'cell') return other?.kind === 'cell' && other.cell === input.cell
      return other?.kind === 'slice' && other.name === input.name && other.reads.names(input.reads)
    })
  )
}

function readSlice(name: string, state: StateBySlice): unknown {
  if (Object.hasOwn(state, name)) return state[name]
  throw new PlayheadError({
    code: 'slice/not-added',
    message: `Cannot read slice "${name}": this store has ${listed(Object.keys(state))}. Add it to \`createStore({ slices })\`.`,
  })
}

const listed = (names: readonly string[]) =>
  names.length === 0 ? 'no slices' : `the slices ${names.map((name) => `"${name}"`).join(', ')}`

function wholeReads(): SliceReads {
  const reads = new SliceReads()
  reads.whole = true
  return reads
}
