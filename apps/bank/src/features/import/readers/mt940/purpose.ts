import { ibanOf } from '../account/iban.ts'
import { joinLines } from './joinLines.ts'

/** What the purpose lines (`?20` to `?29`, `?60` to `?63`) say. Empty strings where they say nothing. */
export interface Purpose {
  readonly memo: string
  readonly reference: string
  readonly name: string
  readonly account: string
  readonly bank: string
}

/**
 * Reads purpose lines of up to 27 characters, with or without the SEPA keywords of German banks:
 * `EREF+` end-to-end id, `KREF+` customer reference, `SVWZ+` purpose, `IBAN+`, `BIC+`, `ABWA+` another payer, and others.
 */
export function purposeOf(lines: readonly string[]): Purpose {
  // A keyword starts a line: it never runs on from a full one before it.
  const text = joinLines(
    lines.map((line, index) => (index > 0 && keywordStart.test(line) ? ` ${line}` : line)),
    27,
  )
  const [lead = '', ...parts] = text.split(keyword)
  const byKey = new Map<string, string>()
  for (let at = 0; at < parts.length; at += 2) {
    const key = parts[at] ?? ''
    if (!byKey.has(key)) byKey.set(key, (parts[at + 1] ?? '').trim())
  }
  const account = byKey.get('IBAN') ?? ''
  return {
    memo: [lead.trim(), byKey.get('SVWZ') ?? ''].filter(Boolean).join(' '),
    reference: provided(byKey.get('EREF')) || provided(byKey.get('KREF')),
    name: byKey.get('ABWA') ?? byKey.get('ABWE') ?? '',
    account: ibanOf(account) ?? account,
    bank: byKey.get('BIC') ?? '',
  }
}

const keys = 'EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|RREF|SQTP|MDAT'
const keyword = new RegExp(`(?:^|\\s)(${keys})(?:\\+|:\\s)`)
const keywordStart = new RegExp(`^(?:${keys})(?:\\+|:\\s)`)

function provided(reference: string | undefined): string {
  return reference === undefined || /^(?:NOTPROVIDED|NONREF)$/i.test(reference) ? '' : reference
}
