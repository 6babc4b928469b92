import type { StandardSchema } from '@playhead/core'
import { isCurrencyCode } from '../money/index.ts'
import type { Hold } from './Hold.ts'
import { FieldChecks, isFields, isName, isText, schemaOf, shown } from './schemaOf.ts'

/** Refuses a hold that is not whole. */
export const holdSchema: StandardSchema<Hold> = schemaOf((value) => {
  if (!isFields(value)) return [{ message: `expected a hold, found ${shown(value)}` }]
  const checks = new FieldChecks(value)
  checks.field('holdId', 'a hold id', isName)
  checks.field('account', 'an account id', isName)
  checks.field('currency', 'a currency such as EUR', (currency) => isText(currency) && isCurrencyCode(currency))
  checks.field('minor', 'whole minor units above 0', (minor) => Number.isSafeInteger(minor) && (minor as number) > 0)
  checks.field('memo', 'a text', isText)
  checks.field('expiresAt', 'milliseconds since 1970', Number.isSafeInteger, { optional: true })
  return checks.issues
})
