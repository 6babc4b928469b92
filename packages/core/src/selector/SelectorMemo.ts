import { PlayheadError } from '../error/PlayheadError.ts'
import type { Selector } from './Selector.ts'
import { NODE } from './Selector.ts'

/** State by slice name, as selectors read it. */
export type StateBySlice = Readonly<Record<string, unknown>>

interface Cell {
  /** The version of the view's state for which this cell was last found to be right. */
  version: number
  inputs: readonly unknown[]
  value: unknown
}

/**
 * What one view of state remembers of its selectors.
 *
 * It belongs to the view and not to the selector: the live state, the state at the playhead
 * and each `at` have one, or two of them would push each other's values out. Cells go with
 * their selectors, which nothing else may be using.
 */
export class SelectorMemo {
  readonly #cells = new WeakMap<Selector<unknown>, Cell>()
  #state: StateBySlice | undefined
  // Cells hold a number and not the state, or a selector that nobody reads would keep an old one alive.
  #version = 0

  /**
   * The selector's value in `state`. The same value again while its inputs are the same.
   *
   * @throws PlayheadError `slice/not-added` when the store has no such slice
   */
  read<T>(selector: Selector<T>, state: StateBySlice): T {
    if (state !== this.#state) {
      this.#state = state
      this.#version++
    }
    return this.#read(selector, state) as T
  }

  #read(selector: Selector<unknown>, state: StateBySlice): unknown {
    const node = selector[NODE]
    if (node.kind === 'slice') return readSlice(node.name, state)
    const cell = this.#cells.get(selector)
    if (cell?.version === this.#version) return cell.value
    const inputs = node.inputs.map((input) => this.#read(input, state))
    if (cell && sameInputs(cell.inputs, inputs)) {
      cell.version = this.#version
      return cell.value
    }
    const value = (node.project as (...values: unknown[]) => unknown)(...inputs)
    if (!cell) {
      this.#cells.set(selector, { version: this.#version, inputs, value })
      return value
    }
    cell.version = this.#version
    cell.inputs = inputs
    if (!node.equal(cell.value, value)) cell.value = value
    return cell.value
  }
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

function sameInputs(before: readonly unknown[], after: readonly unknown[]): boolean {
  for (let i = 0; i < after.length; i++) if (!Object.is(before[i], after[i])) return false
  return true
}
