import { action, createActions } from '@playhead/core'
import type { Account } from './Account.ts'
import { accountSchema } from './accountSchema.ts'
import type { Entry } from './Entry.ts'
import { entrySchema } from './entrySchema.ts'
import type { Hold } from './Hold.ts'
import { holdSchema } from './holdSchema.ts'
import type { Naming } from './namingSchema.ts'
import { namingSchema } from './namingSchema.ts'

/** What happens in the ledger. An entry is one action with all its legs, so a transfer is never half applied. */
export const bank = createActions('bank', {
  accountOpened: action<Account>({ schema: accountSchema }),
  /** It is called otherwise from here on. No money stands on a name, so this can be undone. */
  accountRenamed: action<Naming>({ schema: namingSchema, undoable: true }),
  entryPosted: action<Entry>({ schema: entrySchema }),
  /** Money of an account is spoken for: it is there, and not available. */
  holdPlaced: action<Hold>({ schema: holdSchema }),
  /** It is not any more: because it was booked, or because nothing came of it. */
  holdReleased: action<{ readonly holdId: string }>(),
  /** Its time was over before anything came of it. */
  holdExpired: action<{ readonly holdId: string }>(),
})
