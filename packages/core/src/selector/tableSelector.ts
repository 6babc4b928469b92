import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { AnyTable } from '../table/AnyTable.ts'
import { isTable } from '../table/isTable.ts'
import type { Selector } from './Selector.ts'
import { NODE } from './Selector.ts'

/**
 * The table that something is kept up to date from: what `select` takes from an input, or the
 * input itself.
 *
 * @throws PlayheadError `selector/not-a-table`, when it is read and there is no table
 */
export const tableSelector = (
  input: Selector<unknown>,
  select: ((state: never) => AnyTable) | undefined,
): Selector<AnyTable> => ({
  [NODE]: {
    kind: 'derived',
    inputs: [input],
    project: (state: unknown) => {
      const table: unknown = select === undefined ? state : select(state as never)
      if (isTable(table)) return table
      throw new PlayheadError({
        code: 'selector/not-a-table',
        message: DEV
          ? `Cannot keep up with ${shown(table)}: an aggregate or a derived table follows a table. Name one of the slice, as in \`(state) => state.rows\`, or a selector that gives one.`
          : [],
      })
    },
    equal: Object.is,
  },
})

function shown(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object that is no table' : `a ${typeof value}`
}
