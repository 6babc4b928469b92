import type { StandardSchema } from '@playhead/core'
import { FieldChecks, isFields, isName, isText, schemaOf, shown } from '../../ledger/schemaOf.ts'
import { ibanOf } from '../../text/iban.ts'
import { PAYEE_NAME_LENGTH_MAX } from './orderSchema.ts'
import type { Payee } from './payees.ts'

/** Refuses a payee to whom nothing could be paid. */
export const payeeSchema: StandardSchema<Payee> = schemaOf((value) => {
  if (!isFields(value)) return [{ message: `expected a payee, found ${shown(value)}` }]
  const checks = new FieldChecks(value)
  checks.field('payeeId', 'a payee id', isName)
  checks.field(
    'name',
    `a name of at most ${PAYEE_NAME_LENGTH_MAX} characters`,
    (name) => isName(name) && name.length <= PAYEE_NAME_LENGTH_MAX,
  )
  checks.field('iban', 'a valid IBAN without spaces', (iban) => isText(iban) && ibanOf(iban) === iban)
  return checks.issues
})
