import { isTable } from '../table/isTable.ts'
import type { ReadTracker } from '../table/readTracker.ts'
import { trackingReads } from '../table/readTracker.ts'
import type { TableKey } from '../table/TableKey.ts'
import type { WithTableParts } from '../table/TableParts.ts'
import { TABLE_PARTS } from '../table/TableParts.ts'
import type { TableVersion } from '../table/TableVersion.ts'
import { KnownReads } from './KnownReads.ts'
import { leadsTo, withoutProxies } from './leadsTo.ts'
import type { ReadKind } from './Read.ts'
import { ITSELF, Read } from './Read.ts'
import type { GivenSlice } from './sliceProxy.ts'
import { isProxied, WHOLE } from './sliceProxy.ts'

/** A table that was given out during a run. */
interface TableInRun {
  readonly table: WithTableParts
  readonly input: number
  readonly field: PropertyKey
  isRead: boolean
}

/**
 * One run of a selector, and what it reads.
 *
 * A selector mostly reads what it read the time before, in the same order. So its notes of
 * that run are gone through, and only a run that differs makes new ones, from there on.
 */
export class Run implements ReadTracker {
  /** What was read so far is the first `#count` of these: those of the run before, or its own. */
  #first: Read | undefined
  #last: Read | undefined
  #count = 0
  #isOwn = false
  /** What comes next, if this run is like the one before. */
  #expected: Read | undefined
  // Lists that are written over and never cut: cutting one costs more than all else in a run.
  #inputs = 0
  readonly #given: unknown[] = []
  /** The slices among the inputs. */
  readonly #slices: (GivenSlice | undefined)[] = []
  #tablesGiven = 0
  readonly #tables: (TableInRun | undefined)[] = []
  /** Finds what was read before; made for those who read much. */
  #known: KnownReads | undefined

  /** Begins a run. One that has ended can begin again: a selector may run for each row of a table. */
  begin(before: Read | undefined): this {
    this.#first = before
    this.#last = undefined
    this.#count = 0
    this.#isOwn = false
    this.#expected = before
    this.#known = undefined
    return this
  }

  /** How many inputs it was given so far. */
  get inputs(): number {
    return this.#inputs
  }

  /** Adds a slice to what the selector is given. */
  giveSlice(slice: GivenSlice): void {
    const input = this.#give(slice.given, slice)
    if (isTable(slice.state)) this.#giveTable(slice.state, input, ITSELF)
    else if (!isProxied(slice)) this.#noteWhole(input)
  }

  /** Adds the value of a selector. */
  giveValue(value: unknown): void {
    const input = this.#give(value, undefined)
    if (isTable(value)) this.#giveTable(value, input, ITSELF)
    else this.#note('input', input, ITSELF, undefined).seen = value
  }

  /** Adds an input that cannot be read. */
  giveNothing(): void {
    this.#noteWhole(this.#give(undefined, undefined))
  }

  /**
   * Runs it. A slice or a table in its value was read whole: whoever gets the value may read
   * anything of it.
   */
  of<T>(project: (...values: never[]) => T): T {
    const given = this.#given
    const value = trackingReads(this, project, this.#inputs === given.length ? given : given.slice(0, this.#inputs))
    if ((typeof value !== 'object' || value === null) && typeof value !== 'function') return value
    for (let input = 0; input < this.#inputs; input++) {
      const slice = this.#slices[input]
      if (isProxied(slice) && leadsTo(value, slice.given)) this.#noteWhole(input)
    }
    for (let at = 0; at < this.#tablesGiven; at++) {
      const { table, input, field } = this.#tables[at] as TableInRun
      if (leadsTo(value, table)) this.#note('field', input, field, undefined).seen = table
    }
    return withoutProxies(this.#slices, value) as T
  }

  /**
   * Ends it, and gives what it has read: the very reads of before where they are the same. What
   * was asked for nothing was read whole: it was handed on somewhere, or what was to be asked of
   * it threw.
   */
  end(): Read | undefined {
    for (let input = 0; input < this.#inputs; input++) {
      if (isProxied(this.#slices[input]) && !this.#hasRead(input)) this.#noteWhole(input)
    }
    for (let at = 0; at < this.#tablesGiven; at++) {
      const { table, input, field, isRead } = this.#tables[at] as TableInRun
      if (!isRead) this.#note('field', input, field, undefined).seen = table
      // It may be begun again much later, and is to keep no state alive until then.
      this.#tables[at] = undefined
    }
    for (let input = 0; input < this.#inputs; input++) {
      this.#given[input] = undefined
      this.#slices[input] = undefined
    }
    this.#inputs = 0
    this.#tablesGiven = 0
    if (this.#expected !== undefined) this.#goOnAlone()
    return this.#first
  }

  field(slice: object, key: PropertyKey, value: unknown): void {
    for (let input = 0; input < this.#inputs; input++) {
      if (this.#slices[input]?.state !== slice) continue
      if (key === WHOLE) this.#noteWhole(input)
      else if (isTable(value)) this.#giveTable(value, input, key)
      else this.#note('field', input, key, undefined).seen = value
    }
  }

  row(table: object, version: TableVersion, key: TableKey): number | undefined {
    let slot: number | undefined
    for (let at = 0; at < this.#tablesGiven; at++) {
      const each = this.#tables[at] as TableInRun
      if (each.table !== table) continue
      each.isRead = true
      const read = this.#note('row', each.input, each.field, key)
      slot = each.table[TABLE_PARTS].slotNear(version, key, slot ?? read.slot)
      read.see(each.table, version, slot)
    }
    return slot
  }

  whole(table: object): void {
    for (let at = 0; at < this.#tablesGiven; at++) {
      const each = this.#tables[at] as TableInRun
      if (each.table !== table) continue
      each.isRead = true
      this.#note('field', each.input, each.field, undefined).seen = table
    }
  }

  #give(value: unknown, slice: GivenSlice | undefined): number {
    const input = this.#inputs++
    this.#given[input] = value
    this.#slices[input] = slice
    return input
  }

  #giveTable(table: WithTableParts, input: number, field: PropertyKey): void {
    for (let at = 0; at < this.#tablesGiven; at++) {
      const each = this.#tables[at] as TableInRun
      if (each.field === field && each.input === input) return
    }
    this.#tables[this.#tablesGiven++] = { table, input, field, isRead: false }
  }

  /** Whether anything of an input was asked for. */
  #hasRead(input: number): boolean {
    for (let at = 0; at < this.#tablesGiven; at++) if (this.#tables[at]?.input === input) return true
    for (let read = this.#soFar; read !== undefined; read = this.#after(read)) if (read.input === input) return true
    return false
  }

  /** All of a slice. What it was is not kept: it counts as changed whenever it is another object. */
  #noteWhole(input: number): void {
    this.#note('input', input, ITSELF, undefined)
  }

  #note(kind: ReadKind, input: number, field: PropertyKey, key: TableKey | undefined): Read {
    const expected = this.#expected
    if (expected?.names(kind, input, field, key)) {
      this.#expected = expected.next
      this.#last = expected
      this.#count++
      return expected
    }
    const known = this.#find(kind, input, field, key)
    if (known !== undefined) return known
    if (!this.#isOwn) this.#goOnAlone()
    return this.#add(new Read(kind, input, field, key))
  }

  /** From here on it reads other things than the run before: it goes on with notes of its own. */
  #goOnAlone(): void {
    const count = this.#count
    let read = this.#first
    this.#first = undefined
    this.#last = undefined
    this.#expected = undefined
    this.#known = undefined
    this.#isOwn = true
    this.#count = 0
    for (let at = 0; at < count && read !== undefined; at++, read = read.next) this.#add(read.copy())
  }

  #add(read: Read): Read {
    if (this.#last === undefined) this.#first = read
    else this.#last.next = read
    this.#last = read
    this.#count++
    return read
  }

  get #soFar(): Read | undefined {
    return this.#count === 0 ? undefined : this.#first
  }

  #after(read: Read): Read | undefined {
    return read === this.#last ? undefined : read.next
  }

  /** The same, where it was read before in this run. */
  #find(kind: ReadKind, input: number, field: PropertyKey, key: TableKey | undefined): Read | undefined {
    if (this.#count > LOOKED_THROUGH_MAX) {
      this.#known ??= new KnownReads(this.#first as Read)
      return this.#known.upTo(this.#last as Read).find(kind, input, field, key)
    }
    for (let read = this.#soFar; read !== undefined; read = this.#after(read)) {
      if (read.names(kind, input, field, key)) return read
    }
    return undefined
  }
}

/** A list of reads as short as this is looked through. */
const LOOKED_THROUGH_MAX = 16
