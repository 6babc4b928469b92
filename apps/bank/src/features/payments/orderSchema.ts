import type { StandardIssue, StandardSchema } from '@playhead/core'
import { FieldChecks, isFields, isName, isText, schemaOf, shown } from '../../ledger/schemaOf.ts'
import { isCurrencyCode } from '../../money/index.ts'
import { ibanOf } from '../../text/iban.ts'
import type { Order } from './Order.ts'
import type { Schedule } from './Schedule.ts'

/** Longer than a SEPA transfer has room for is cut by banks, so it is not taken here. */
export const MEMO_LENGTH_MAX = 140
/** SEPA's, too. */
export const PAYEE_NAME_LENGTH_MAX = 70

/** Refuses an order that no bank could carry out. */
export const orderSchema: StandardSchema<Order> = schemaOf((value) => orderIssues(value))

export const scheduleSchema: StandardSchema<Schedule> = schemaOf((value) => {
  if (!isFields(value)) return [{ message: `expected a schedule, found ${shown(value)}` }]
  const checks = new FieldChecks(value)
  checks.field('at', 'milliseconds since 1970', Number.isSafeInteger)
  checks.field('repeat', 'how it repeats', isRepeat, { optional: true })
  return [...checks.issues, ...orderIssues(value.transfer, ['transfer'])]
})

function orderIssues(value: unknown, path: readonly PropertyKey[] = []): readonly StandardIssue[] {
  if (!isFields(value)) return [{ message: `expected an order, found ${shown(value)}`, path }]
  const checks = new FieldChecks(value, path)
  checks.field('paymentId', 'a payment id', isName)
  checks.field('from', 'an account id', isName)
  checks.field('currency', 'a currency such as EUR', isCurrency)
  checks.field('minor', 'whole minor units above 0', isSize)
  checks.field(
    'memo',
    `a text of at most ${MEMO_LENGTH_MAX} characters`,
    (memo) => isText(memo) && memo.length <= MEMO_LENGTH_MAX,
  )
  checks.field('to', 'an own account, or a payee with a valid IBAN', isDestination)
  checks.field('exchange', 'a quote and what it brings', isExchange, { optional: true })
  return checks.issues
}

const isSize = (minor: unknown) => Number.isSafeInteger(minor) && (minor as number) > 0
const isCurrency = (currency: unknown) => isText(currency) && isCurrencyCode(currency)

const isDestination = (to: unknown) =>
  isFields(to) &&
  (to.kind === 'own'
    ? isName(to.account)
    : to.kind === 'payee' &&
      isName(to.name) &&
      to.name.length <= PAYEE_NAME_LENGTH_MAX &&
      isText(to.iban) &&
      ibanOf(to.iban) === to.iban)

const isExchange = (exchange: unknown) =>
  isFields(exchange) && isName(exchange.quoteId) && isCurrency(exchange.currency) && isSize(exchange.minor)

const isRepeat = (repeat: unknown) =>
  isFields(repeat) &&
  ['week', 'month', 'year'].some((every) => repeat.every === every) &&
  isName(repeat.timeZone) &&
  (repeat.times === undefined || (Number.isSafeInteger(repeat.times) && (repeat.times as number) > 0))
