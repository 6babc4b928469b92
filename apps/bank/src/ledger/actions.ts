import { action, createActions } from '@playhead/core'
import type { Account } from './Account.ts'
import { accountSchema } from './accountSchema.ts'
import type { Entry } from './Entry.ts'
import { entrySchema } from './entrySchema.ts'

/** What happens in the ledger. An entry is one action with all its legs, so a transfer is never half applied. */
export const bank = createActions('bank', {
  accountOpened: action<Account>({ schema: accountSchema }),
  entryPosted: action<Entry>({ schema: entrySchema }),
})
