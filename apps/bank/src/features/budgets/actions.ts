import { action, createActions } from '@playhead/core'
import type { EntryId } from '../../ledger/index.ts'
import type { Currency } from '../../money/index.ts'
import { assignmentSchema, budgetSchema, ruleSchema, splitSchema } from './schemas.ts'

/** What somebody says that entries were for. Sayings stand on nothing, so all of them can be undone. */
export const categories = createActions('categories', {
  assigned: action<Assignment>({ schema: assignmentSchema, undoable: true }),
  /** An entry was for several things. */
  split: action<Split>({ schema: splitSchema, undoable: true }),
  /** What was said of entries is taken back: rules and their own categories count again. */
  unassigned: action<{ readonly entries: readonly EntryId[] }>({ undoable: true }),
  ruleAdded: action<Rule>({ schema: ruleSchema, undoable: true }),
  ruleRemoved: action<{ readonly ruleId: string }>({ undoable: true }),
  budgetSet: action<Budget>({ schema: budgetSchema, undoable: true }),
  budgetRemoved: action<{ readonly category: string; readonly currency: Currency }>({ undoable: true }),
})

export interface Assignment {
  readonly entries: readonly EntryId[]
  readonly category: string
}

export interface Split {
  readonly entryId: EntryId
  /** What the entry came to, in minor units: the parts make it up. */
  readonly minor: number
  readonly parts: readonly Part[]
}

/** A part of an entry, in minor units and of the entry's sign. */
export interface Part {
  readonly category: string
  readonly minor: number
}

/** Entries that have all of these words in memo, counterparty or reference are of a category. */
export interface Rule {
  readonly ruleId: string
  readonly text: string
  readonly category: string
}

/** What is to be spent in a month at most. */
export interface Budget {
  readonly category: string
  readonly currency: Currency
  /** Minor units, above zero. */
  readonly minor: number
}
