import type { DraftLine } from '../StatementReader.ts'
import { childrenOf, elementAt, textAt } from './xml.ts'

type Texts = Pick<DraftLine, 'memo' | 'reference' | 'bankReference' | 'code' | 'postingText'>

/** The words and references of an entry with one transaction, or of a collective one (`transaction` undefined). */
export function readTexts(entry: unknown, transaction: unknown, transactions: number): Texts {
  const remittance = elementAt(transaction, 'RmtInf')
  const unstructured = childrenOf(remittance, 'Ustrd').map((text) => textAt({ text }, 'text') ?? '')
  const structured = childrenOf(remittance, 'Strd')
  const creditorReference = structured.map((part) => textAt(part, 'CdtrRefInf', 'Ref')).find((ref) => ref !== undefined)
  const additional = structured
    .flatMap((part) => childrenOf(part, 'AddtlRmtInf'))
    .map((text) => textAt({ text }, 'text') ?? '')
  const entryText = textAt(entry, 'AddtlNtryInf')
  const said = [...unstructured, ...additional].filter(Boolean).join(' ').replace(/\s+/g, ' ')
  const memo =
    said || textAt(transaction, 'AddtlTxInf') || (transactions > 1 ? (entryText ?? `${transactions} payments`) : '')
  const refs = elementAt(transaction, 'Refs')
  const reference =
    provided(textAt(refs, 'EndToEndId')) ??
    creditorReference ??
    provided(textAt(refs, 'TxId')) ??
    provided(textAt(refs, 'InstrId')) ??
    textAt(refs, 'Prtry', 'Ref') ??
    (transactions > 1
      ? (textAt(entry, 'NtryDtls', 'Btch', 'PmtInfId') ?? textAt(entry, 'NtryDtls', 'Btch', 'MsgId'))
      : undefined) ??
    provided(textAt(entry, 'NtryRef'))
  const bankReference = textAt(refs, 'AcctSvcrRef') ?? textAt(entry, 'AcctSvcrRef')
  const code = codeOf(elementAt(entry, 'BkTxCd')) ?? codeOf(elementAt(transaction, 'BkTxCd'))
  const postingText = entryText === memo ? undefined : entryText
  return {
    memo,
    ...(reference !== undefined && { reference }),
    ...(provided(bankReference) !== undefined && bankReference !== undefined && { bankReference }),
    ...(code !== undefined && { code }),
    ...(postingText !== undefined && { postingText }),
  }
}

function provided(reference: string | undefined): string | undefined {
  return reference === undefined || /^(?:NOTPROVIDED|NONREF|NOTAVAILABLE)$/i.test(reference) ? undefined : reference
}

/** `PMNT/RCDT/ESCT`, else the bank's own code. */
function codeOf(code: unknown): string | undefined {
  const domain = [
    textAt(code, 'Domn', 'Cd'),
    textAt(code, 'Domn', 'Fmly', 'Cd'),
    textAt(code, 'Domn', 'Fmly', 'SubFmlyCd'),
  ].filter((part) => part !== undefined)
  return domain.length > 0 ? domain.join('/') : textAt(code, 'Prtry', 'Cd')
}
