import type { LogRecord } from '@playhead/core'

/** What a record is about. */
export interface RecordWords {
  readonly title: string
  readonly detail: string
}

/**
 * A record in words. By what stands in it and not by what it means to its feature: a record of a feature that is not
 * there any more is told of, too.
 */
export function describeRecord({ type, payload }: Pick<LogRecord, 'type' | 'payload'>): RecordWords {
  return { title: titles[type] ?? spelled(type), detail: detailOf(payload) }
}

const titles: Readonly<Record<string, string>> = {
  'bank/accountOpened': 'Account opened',
  'bank/accountRenamed': 'Account renamed',
  'bank/entryPosted': 'Entry booked',
  'bank/holdPlaced': 'Money put on hold',
  'bank/holdReleased': 'Hold released',
  'bank/holdExpired': 'Hold expired',
  'import/received': 'Import confirmed',
  'import/resumed': 'Import gone on with',
  'import/completed': 'Import completed',
  'import/cancelled': 'Import stopped',
  'import/failed': 'Import failed',
  'payments/requested': 'Transfer requested',
  'payments/cleared': 'Transfer cleared',
  'payments/refused': 'Transfer refused',
  'payments/delayed': 'Transfer is late',
  'payments/notBooked': 'Transfer could not be booked',
  'payments/scheduled': 'Transfer scheduled',
  'payments/unscheduled': 'Transfer taken off the list',
  'payments/due': 'Transfer is due',
  'payments/reversed': 'Transfer taken back',
  'playhead/voided': 'Undone or redone',
  'statements/closed': 'Statement closed',
}

/** `categories/ruleAdded` is `Categories: rule added`. */
function spelled(type: string): string {
  const words = type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/\s*[/]\s*/, ': ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Fields that say most, the first that are there. */
const telling = ['name', 'fileName', 'memo', 'reason', 'text', 'category', 'paymentId', 'holdId', 'importId', 'quoteId']

function detailOf(payload: unknown): string {
  if (typeof payload !== 'object' || payload === null) return ''
  const fields = payload as Readonly<Record<string, unknown>>
  const counterparty = fields.counterparty
  const named =
    typeof counterparty === 'object' && counterparty !== null && 'name' in counterparty ? counterparty.name : undefined
  const found = [named, ...telling.map((field) => fields[field])].find(
    (value) => typeof value === 'string' && value !== '',
  )
  const nested = fields.transfer
  return typeof found === 'string' ? found : nested === undefined ? '' : detailOf(nested)
}
