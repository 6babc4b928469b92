import type { Decimal } from '../../../../money/index.ts'
import { parseDecimal } from '../../../../money/index.ts'
import type { ReadDay } from '../calendarDay.ts'
import { calendarDay, fullYear } from '../calendarDay.ts'

/** What a balance field (`:60F:`, `:62F:`, `:64:`) says. */
export interface MtBalance {
  readonly amount: Decimal
  readonly date: ReadDay
  /** Some banks leave it out. */
  readonly currency: string | undefined
  readonly interim: boolean
}

/** Reads `C240131EUR1234,56`; the reason in words where it cannot be read. */
export function parseMtBalance(text: string, interim: boolean): MtBalance | string {
  const match = /^\s*([CD])(\d{2})(\d{2})(\d{2})([A-Z]{3})?\s*(\d[\d.,]*|,\d+)\s*$/.exec(text)
  if (!match) return 'the field does not have the form of a balance'
  const [, mark, yy, mm, dd, currency, amountText = ''] = match
  const date = calendarDay(fullYear(Number(yy)), Number(mm), Number(dd))
  if (!date) return `20${yy}-${mm}-${dd} is not a day`
  const amount = parseDecimal(amountText, amountText.includes(',') ? ',' : '.')
  if (!amount) return `“${amountText}” is not an amount`
  return { amount: { ...amount, negative: mark === 'D' }, date, currency, interim }
}
