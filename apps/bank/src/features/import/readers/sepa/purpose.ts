import { ibanOf } from '../../../../text/iban.ts'
import { joinLines } from '../text/joinLines.ts'

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
 * `EREF+` end-to-end id, `KREF+` customer reference, `SVWZ+` purpose, `MTLG:` the bank's remark, `IBAN+`, `BIC+`, `ABWA+` another
 * payer, and others.
 */
export function purposeOf(lines: readonly string[]): Purpose {
  // A keyword starts a line: it never runs on from a full one before it.
  const text = joinLines(
    lines.map((line, index) => (index > 0 && keywordStart.test(line) ? ` ${line}` : line)),
    27,
  )
  const [lead = '', ...parts] = text.split(keyword)
  const byKey = new Map<string, string>()
  // Two groups in the pattern: one of them has the key, then comes the text.
  for (let at = 0; at < parts.length; at += 3) {
    const key = parts[at] ?? parts[at + 1] ?? ''
    if (!byKey.has(key)) byKey.set(key, (parts[at + 2] ?? '').trim())
  }
  const account = byKey.get('IBAN') ?? ''
  return {
    memo: [lead.trim(), byKey.get('SVWZ') ?? '', byKey.get('MTLG') ?? ''].filter(Boolean).join(' '),
    reference: provided(byKey.get('EREF')) || provided(byKey.get('KREF')),
    name: byKey.get('ABWA') ?? byKey.get('ABWE') ?? '',
    account: ibanOf(account) ?? account,
    bank: byKey.get('BIC') ?? '',
  }
}

const keys = 'EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|RREF|SQTP|MDAT'
// With a plus a keyword may follow on without a space; with a colon it could be anybody's word then. MTLG has a colon only.
const keyword = new RegExp(`(?:(?<=^|\\s)|(?=(?:${keys})\\+))(?:(${keys})(?:\\+|:\\s)|(MTLG):)`)
const keywordStart = new RegExp(`^(?:(?:${keys})(?:\\+|:\\s)|MTLG:)`)

/** True for a text with the keywords that only banks write. */
export function hasSepaKeywords(text: string): boolean {
  return /(?:EREF|KREF|MREF|SVWZ)\+/.test(text)
}

function provided(reference: string | undefined): string {
  return reference === undefined || /^(?:NOTPROVIDED|NONREF)$/i.test(reference) ? '' : reference
}
