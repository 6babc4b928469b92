import type { StandardSchema } from '@playhead/core'
import type { AccountId } from './Account.ts'
import { FieldChecks, isFields, isName, schemaOf, shown } from './schemaOf.ts'

/** A name that somebody gave an account. */
export interface Naming {
  readonly account: AccountId
  readonly name: string
}

/** What is longer is no name: it would fit nowhere. */
export const NAME_LENGTH_MAX = 80

export const namingSchema: StandardSchema<Naming> = schemaOf((value) => {
  if (!isFields(value)) return [{ message: `expected an account and its name, found ${shown(value)}` }]
  const checks = new FieldChecks(value)
  checks.field('account', 'an account id', isName)
  checks.field(
    'name',
    `a name of at most ${NAME_LENGTH_MAX} characters`,
    (name) => isName(name) && name.length <= NAME_LENGTH_MAX,
  )
  return checks.issues
})
