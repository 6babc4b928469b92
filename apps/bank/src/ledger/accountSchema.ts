import type { StandardSchema } from '@playhead/core'
import { isCurrencyCode } from '../money/index.ts'
import type { Account } from './Account.ts'
import { accountKinds } from './Account.ts'
import { FieldChecks, isFields, isName, isText, schemaOf, shown } from './schemaOf.ts'

/** Refuses an account that is not whole. See BNK-4. */
export const accountSchema: StandardSchema<Account> = schemaOf((value) => {
  if (!isFields(value)) return [{ message: `expected an account, found ${shown(value)}` }]
  const checks = new FieldChecks(value)
  checks.field('id', 'an account id', isName)
  checks.field('name', 'a name', isName)
  checks.field('owner', 'an owner, or an empty text', isText)
  checks.field('currency', 'a currency such as EUR', (currency) => isText(currency) && isCurrencyCode(currency))
  checks.field('kind', `one of ${accountKinds.join(', ')}`, (kind) => accountKinds.some((known) => known === kind))
  checks.field('iban', 'an IBAN without spaces', (iban) => isText(iban) && /^[A-Z0-9]+$/.test(iban), { optional: true })
  checks.field('bank', 'a bank', isName, { optional: true })
  checks.field('limitMinor', 'whole minor units from 0', isLimit, { optional: true })
  return checks.issues
})

const isLimit = (limit: unknown) => Number.isSafeInteger(limit) && (limit as number) >= 0
