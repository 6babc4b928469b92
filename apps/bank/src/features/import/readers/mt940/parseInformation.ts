import { ibanOf } from '../../../../text/iban.ts'
import { purposeOf } from '../sepa/purpose.ts'
import { joinLines } from '../text/joinLines.ts'
import type { Information } from './Information.ts'
import { counterpartyOf } from './Information.ts'
import { parseSlashCodes } from './slashCodes.ts'

/**
 * Reads `:86:` in its three usual forms: subfields (`166?00GUTSCHRIFT?20SVWZ+Rent?32Name`, with any separator character),
 * slash codes (`/EREF/…/CNTP/…/REMI/…`) and free text.
 */
export function parseInformation(lines: readonly string[]): Information {
  // Subfields may be cut anywhere, even between `?2` and `0`: the lines belong together without a space.
  const joined = lines.join('').trim()
  const structured = /^(\d{3})?\s?([?<>^~|@+])\d{2}/.exec(joined)
  if (structured) return parseSubfields(joined, structured[1] ?? '', structured[2] ?? '?')
  const coded = parseSlashCodes(joined)
  const free = joinLines(lines, 65)
  return coded ?? { memo: free, reference: '', counterparty: {}, postingText: '', businessCode: '' }
}

function parseSubfields(text: string, businessCode: string, separator: string): Information {
  const fields = new Map<string, string>()
  const [, ...parts] = text.split(subfieldStarts.get(separator) ?? separator)
  for (const part of parts) {
    const key = part.slice(0, 2)
    fields.set(key, (fields.get(key) ?? '') + part.slice(2))
  }
  const purposeLines = purposeKeys.flatMap((key) => fields.get(key) ?? [])
  const purpose = purposeOf(purposeLines)
  const name = joinLines([fields.get('32') ?? '', fields.get('33') ?? ''].filter(Boolean), 27)
  const account = (fields.get('38') ?? fields.get('31') ?? '').trim()
  const accountId = (ibanOf(account) ?? account) || purpose.account
  return {
    memo: purpose.memo,
    reference: purpose.reference,
    counterparty: counterpartyOf(name || purpose.name, accountId, fields.get('30')?.trim() || purpose.bank),
    postingText: (fields.get('00') ?? '').trim(),
    businessCode,
  }
}

const subfieldStarts: ReadonlyMap<string, RegExp> = new Map(
  [...'?<>^~|@+'].map((separator) => [separator, new RegExp(`\\${separator}(?=\\d{2})`)]),
)

const purposeKeys = ['20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '60', '61', '62', '63']
