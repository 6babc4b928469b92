import { ibanOf } from '../../../../text/iban.ts'
import type { Information } from './Information.ts'
import { counterpartyOf } from './Information.ts'

/**
 * Reads `:86:` of Dutch and Belgian banks: `/TRTP/SEPA OVERBOEKING/IBAN/NL…/BIC/…/NAME/…/REMI/…/EREF/…` and
 * `/EREF/…//CNTP/account/BIC/name/city///REMI/USTD//text/`. Undefined when the text is not of this form.
 */
export function parseSlashCodes(text: string): Information | undefined {
  if (!new RegExp(`^/(?:${codes})/`).test(text)) return undefined
  const [, ...parts] = text.split(new RegExp(`/(${codes})/`))
  const byCode = new Map<string, string>()
  for (let at = 0; at < parts.length; at += 2) {
    const code = parts[at] ?? ''
    if (!byCode.has(code)) byCode.set(code, (parts[at + 1] ?? '').replace(/^\/+|\/+$/g, '').trim())
  }
  const [account = '', bank = '', name = ''] = (byCode.get('CNTP') ?? '').split('/')
  const iban = byCode.get('IBAN') ?? account
  const remittance = /^(USTD|STRD)\/*(?:CUR\/)?(.*)$/s.exec(byCode.get('REMI') ?? '')
  const memo = remittance ? (remittance[2] ?? '') : (byCode.get('REMI') ?? '')
  const reference = byCode.get('EREF') ?? byCode.get('PREF') ?? byCode.get('KREF') ?? ''
  return {
    memo: memo.trim(),
    reference: /^(?:NOTPROVIDED|NONREF)$/i.test(reference) ? '' : reference,
    counterparty: counterpartyOf(byCode.get('NAME') ?? name, ibanOf(iban) ?? iban, byCode.get('BIC') ?? bank),
    postingText: byCode.get('TRTP') ?? '',
    businessCode: '',
  }
}

const codes =
  'TRTP|EREF|PREF|IREF|KREF|CNTP|REMI|NAME|IBAN|BIC|MARF|CSID|ORDP|BENM|RTRN|PURP|ULTC|ULTD|ULTB|TRCD|ADDR|ISDT|INIT|EXCH|CHGS|OCMT|SVCL'
