import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { AnyTable } from '../table/AnyTable.ts'
import { Cell } from './Cell.ts'
import { eachOf, withOne, withoutOne } from './few.ts'
import type { Read } from './Read.ts'
import { Readers } from './Readers.ts'
import { Run } from './Run.ts'
import type { Selector, SelectorNode } from './Selector.ts'
import { NODE } from './Selector.ts'
import { SliceInView } from './SliceInView.ts'

/** State by slice name, as selectors read it. */
export type StateBySlice = Readonly<Record<string, unknown>>

export type ChangeListener = (node: SelectorNode<unknown>, before: unknown, after: unknown) => void

/** A cell that has run, and what it gave before. */
interface RanCell {
  readonly cell: Cell
  readonly value: unknown
  readonly error: unknown
}

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
  /** Those that selectors have read. */
  readonly #slices = new Map<string, SliceInView>()
  #state: StateBySlice
  // Cells hold a number and not the state, or a selector that nobody reads would keep an old one alive.
  #version = 0
  /** Runs that have ended, to be begun again. */
  readonly #runs: Run[] = []
  /** Cells with listeners that have run in this move, and what they gave before. */
  #ran: RanCell[] | undefined

  readonly #changed: ChangeListener | undefined
  /** How often a selector has run so far. */
  runCount = 0

  /** `changed` is told when a selector that ran again has another value. */
  constructor(state: StateBySlice, changed?: ChangeListener) {
    this.#state = state
    this.#changed = changed
  }

  /**
   * The selector's value in the present state. The same value again while what it read is the same.
   *
   * @throws PlayheadError `slice/not-added` when the store has no such slice
   * @throws PlayheadError `selector/not-a-selector`
   */
  read<T>(selector: Selector<T>): T {
    const node = nodeOf(selector)
    if (node.kind === 'slice') {
      if (!Object.hasOwn(this.#state, node.name)) throw notAdded(node.name, this.#state)
      return this.#state[node.name] as T
    }
    return this.#valueOf(this.#cellOf(selector, node)) as T
  }

  /** Calls `listener` when the selector's value has changed, until it is stopped. */
  watch(selector: Selector<unknown>, listener: () => void): () => void {
    const cell = this.#cellOf(selector, nodeOf(selector))
    this.#attempt(cell)
    cell.listeners = withOne(cell.listeners, listener)
    this.#link(cell)
    return () => {
      cell.listeners = withoutOne(cell.listeners, listener)
      this.#settle(cell)
    }
  }

  /**
   * Moves the view to another state. Gives the listeners of the selectors whose value is
   * another one now; all values are up to date before the first is called.
   */
  moveTo(state: StateBySlice): readonly (() => void)[] {
    if (state === this.#state) return NOBODY
    this.#state = state
    this.#version++
    const ran: RanCell[] = []
    this.#ran = ran
    this.#askAffected()
    this.#ran = undefined
    const due: (() => void)[] = []
    const tell = (listener: () => void) => due.push(listener)
    for (const { cell, value, error } of ran) {
      if (!Object.is(value, cell.value) || !Object.is(error, errorOf(cell))) eachOf(cell.listeners, tell)
    }
    return due
  }

  /** Brings everybody up to date who may be affected: first those that others read rows of, then those with listeners. */
  #askAffected(): void {
    const changed: { readonly slice: SliceInView; readonly before: unknown }[] = []
    // All of them before anybody is asked: who reads one may read another.
    for (const slice of this.#slices.values()) {
      const before = slice.state
      if (slice.moveTo(this.#state, this.#version)) changed.push({ slice, before })
    }
    const asked: Cell[] = []
    const ask = (cell: Cell) => {
      if (cell.askedAt === this.#version) return
      cell.askedAt = this.#version
      // Nobody reads most of them: they are run while they are at hand.
      if (cell.readers === undefined) this.#attempt(cell)
      else asked.push(cell)
    }
    for (const { slice, before } of changed) slice.tell(before, ask)
    // Grows while it is walked.
    for (const cell of asked) {
      const { readers, value } = cell
      if (readers === undefined) continue
      if (readers.hasRows) this.#attempt(cell)
      if (!readers.hasRows || cell.thrown) readers.tellAll(ask)
      else readers.tell(value, cell.value, ask)
    }
    for (const cell of asked) if (cell.listeners !== undefined) this.#attempt(cell)
  }

  #valueOf(cell: Cell): unknown {
    this.#attempt(cell)
    if (cell.thrown) throw cell.thrown.error
    return cell.value
  }

  /** Brings a cell up to date. */
  #attempt(cell: Cell): void {
    if (cell.version === this.#version) return
    if (cell.version < 0 || !this.#isRight(cell)) this.#run(cell)
    cell.version = this.#version
  }

  /** Whether all that a cell read is as it was. */
  #isRight({ inputs, reads, version, thrown }: Cell): boolean {
    if (inputs === undefined) return true
    for (const input of inputs) if (input instanceof Cell) this.#attempt(input)
    for (let read = reads; read !== undefined; read = read.next) {
      const input = inputs[read.input] as Cell | SliceInView
      if (input.changedAt <= version) continue
      if (input instanceof Cell) {
        if (input.thrown || thrown || !read.holdsIn(input.value)) return false
      } else if (read.kind === 'input' || !input.isThere || !read.holdsIn(input.state)) return false
    }
    return true
  }

  #run(cell: Cell): void {
    this.runCount++
    if (this.#ran && cell.listeners !== undefined) {
      this.#ran.push({ cell, value: cell.value, error: errorOf(cell) })
    }
    const { node } = cell
    // One run may ask for the value of another selector, from inside of it.
    const run = (this.#runs.pop() ?? new Run()).begin(cell.reads)
    try {
      cell.inputs ??= this.#inputsOf(node.inputs)
      for (const input of cell.inputs) this.#give(input, run)
      let value: unknown
      if (node.kind === 'derived') value = run.of(node.project)
      else {
        cell.advanced = run.of((table: AnyTable) => node.advance(cell.advanced, table))
        value = cell.advanced.value
      }
      const isFirst = cell.version < 0 || cell.thrown !== undefined
      if (isFirst || !node.equal(cell.value, value)) {
        if (!isFirst) this.#changed?.(node, cell.value, value)
        cell.value = value
        cell.changedAt = this.#version
      }
      cell.thrown = undefined
    } catch (error) {
      if (!Object.is(errorOf(cell), error)) cell.changedAt = this.#version
      cell.thrown = { error }
    }
    if (cell.inputs !== undefined && run.inputs < cell.inputs.length) run.giveNothing()
    const reads = run.end()
    this.#runs.push(run)
    if (reads !== cell.reads) this.#relink(cell, reads)
  }

  #give(input: Cell | SliceInView, run: Run): void {
    if (input instanceof Cell) run.giveValue(this.#valueOf(input))
    else if (input.isThere) run.giveSlice(input.given)
    else throw notAdded(input.name, this.#state)
  }

  #inputsOf(selectors: readonly Selector<unknown>[]): readonly (Cell | SliceInView)[] {
    const inputs = selectors.map((selector) => {
      const node = nodeOf(selector)
      return node.kind === 'slice' ? this.#slice(node.name) : this.#cellOf(selector, node)
    })
    const [first] = inputs
    return inputs.length === 1 && first instanceof SliceInView ? first.alone : inputs
  }

  #slice(name: string): SliceInView {
    const known = this.#slices.get(name)
    if (known) return known
    const slice = new SliceInView(name, this.#state)
    this.#slices.set(name, slice)
    return slice
  }

  /** A run may read other things than the one before it. */
  #relink(cell: Cell, reads: Read | undefined): void {
    if (!cell.linked) {
      cell.reads = reads
      return
    }
    removeReader(cell)
    cell.reads = reads
    addReader(cell)
    // Those that are read now are held before the others are let go: most of them are the same.
    for (const input of cell.inputs ?? NO_INPUTS) if (input instanceof Cell && input.isWatched) this.#link(input)
    for (const input of cell.inputs ?? NO_INPUTS) if (input instanceof Cell) this.#settle(input)
  }

  #cellOf(selector: Selector<unknown>, node: SelectorNode<unknown>): Cell {
    const known = this.#cells.get(selector)
    if (known) return known
    const cell = new Cell(node.kind === 'slice' ? wholeSlice(selector) : node)
    this.#cells.set(selector, cell)
    return cell
  }

  /** Brings a cell that is watched, and all it stands on, into the index. */
  #link(cell: Cell): void {
    if (cell.linked) return
    cell.linked = true
    addReader(cell)
    for (const input of cell.inputs ?? NO_INPUTS) if (input instanceof Cell && input.isWatched) this.#link(input)
  }

  /** Takes a cell that nobody watches any more out of it. */
  #settle(cell: Cell): void {
    if (!cell.linked || cell.isWatched) return
    cell.linked = false
    removeReader(cell)
    for (const input of cell.inputs ?? NO_INPUTS) if (input instanceof Cell) this.#settle(input)
  }
}

/** Brings a cell to what it reads, so that what changes leads to it. */
function addReader(cell: Cell): void {
  for (let read = cell.reads; read !== undefined; read = read.next) {
    const input = cell.inputs?.[read.input]
    if (input instanceof Cell) {
      input.readers ??= new Readers()
      input.readers.add(cell, read.key)
    } else input?.add(cell, read)
  }
}

function removeReader(cell: Cell): void {
  for (let read = cell.reads; read !== undefined; read = read.next) {
    const input = cell.inputs?.[read.input]
    if (input instanceof Cell) input.readers?.remove(cell, read.key)
    else input?.remove(cell, read)
  }
}

const errorOf = ({ thrown }: Cell): unknown => (thrown === undefined ? NONE : thrown.error)

const NONE = Symbol('none')
const NO_INPUTS: readonly (Cell | SliceInView)[] = []
const NOBODY: readonly (() => void)[] = []

function nodeOf<T>(selector: Selector<T>): SelectorNode<T> {
  const node = (selector as Selector<T> | undefined)?.[NODE]
  if (node) return node
  throw new PlayheadError({
    code: 'selector/not-a-selector',
    message: DEV
      ? `Cannot read ${typeof selector === 'function' ? `the function ${(selector as { name: string }).name || '(anonymous)'}` : String(selector)} as a selector. Make one with createSelector(slice, …); a family must be called with its arguments.`
      : [],
  })
}

/** A slice that is watched is a selector that hands it on. */
const wholeSlice = (slice: Selector<unknown>): Cell['node'] => ({
  kind: 'derived',
  inputs: [slice],
  project: (state: unknown) => state,
  equal: Object.is,
})

const notAdded = (name: string, state: StateBySlice): PlayheadError =>
  new PlayheadError({
    code: 'slice/not-added',
    message: DEV
      ? `Cannot read slice "${name}": this store has ${listed(Object.keys(state))}. Add it to \`createStore({ slices })\`.`
      : [name],
  })

const listed = (names: readonly string[]) =>
  names.length === 0 ? 'no slices' : `the slices ${names.map((name) => `"${name}"`).join(', ')}`
