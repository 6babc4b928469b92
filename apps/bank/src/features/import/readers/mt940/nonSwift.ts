import { joinLines } from '../text/joinLines.ts'
import type { Information } from './Information.ts'
import { counterpartyOf } from './Information.ts'

/** A `:NS:` field (non-SWIFT): lines of a two-digit key and a text, used by German home banking before `:86:` had subfields. */
export function nonSwiftFields(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(lines.filter((line) => /^\d{2}/.test(line)).map((line) => [line.slice(0, 2), line.slice(2).trimEnd()]))
}

/** `:NS:` after a booking: 01 to 14 purpose, 15 and 16 counterparty, 17 posting text. */
export function nonSwiftInformation(lines: readonly string[]): Information {
  const fields = nonSwiftFields(lines)
  const purpose = [...fields].filter(([key]) => Number(key) >= 1 && Number(key) <= 14).map(([, text]) => text)
  const name = joinLines([fields.get('15') ?? '', fields.get('16') ?? ''].filter(Boolean), 27)
  return {
    memo: joinLines(purpose, 27),
    reference: '',
    counterparty: counterpartyOf(name, '', ''),
    postingText: (fields.get('17') ?? '').trim(),
    businessCode: '',
  }
}
