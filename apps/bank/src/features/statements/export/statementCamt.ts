import { decimalString } from '../../../money/index.ts'
import type { StatementLine } from '../linesOf.ts'
import type { Period } from '../Period.ts'

/**
 * A period as a statement of ISO 20022, `camt.053.001.08`: what accounting programs read, and this one too.
 *
 * @param createdAt milliseconds since 1970
 */
export function statementCamt(period: Period, createdAt: number): string {
  const { account, number, from, to, openingMinor, closingMinor, lines } = period
  const { currency, iban, id, owner, bank } = account
  const created = new Date(createdAt).toISOString().slice(0, 19)
  const name = text(`${id}-${to}`, 35)
  const amount = (minor: number) =>
    `<Amt Ccy="${currency}">${decimalString(Math.abs(minor), currency)}</Amt><CdtDbtInd>${minor < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`
  const balance = (code: string, minor: number, day: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(minor)}<Dt><Dt>${day}</Dt></Dt></Bal>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>${name}</MsgId><CreDtTm>${created}</CreDtTm></GrpHdr>
<Stmt><Id>${name}</Id>${number === undefined ? '' : `<ElctrncSeqNb>${number}</ElctrncSeqNb>`}<CreDtTm>${created}</CreDtTm>
<FrToDt><FrDtTm>${from}T00:00:00</FrDtTm><ToDtTm>${to}T23:59:59</ToDtTm></FrToDt>
<Acct><Id>${iban === undefined ? `<Othr><Id>${text(id, 34)}</Id></Othr>` : `<IBAN>${iban}</IBAN>`}</Id><Ccy>${currency}</Ccy>${owner === '' ? '' : `<Ownr><Nm>${text(owner, 140)}</Nm></Ownr>`}${bank === undefined ? '' : `<Svcr><FinInstnId><Nm>${text(bank, 140)}</Nm></FinInstnId></Svcr>`}</Acct>
${balance('OPBD', openingMinor, from)}
${balance('CLBD', closingMinor, to)}
${lines.map((line) => entry(line, amount(line.minor))).join('\n')}
</Stmt></BkToCstmrStmt></Document>
`
}

function entry({ entry, minor }: StatementLine, amount: string): string {
  const { entryId, bookingDate, valueDate, memo, counterparty, reference, kind } = entry
  // The other side: who was paid, or who paid.
  const party = minor < 0 ? 'Cdtr' : 'Dbtr'
  const name = counterparty?.name
  const account = counterparty?.account
  const isIban = account !== undefined && /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(account)
  return [
    `<Ntry><NtryRef>${text(entryId, 35)}</NtryRef>${amount}`,
    kind === 'reversal' ? '<RvslInd>true</RvslInd>' : '',
    '<Sts><Cd>BOOK</Cd></Sts>',
    `<BookgDt><Dt>${bookingDate}</Dt></BookgDt><ValDt><Dt>${valueDate}</Dt></ValDt>`,
    '<BkTxCd><Prtry><Cd>NTRF</Cd></Prtry></BkTxCd><NtryDtls><TxDtls>',
    reference ? `<Refs><EndToEndId>${text(reference, 35)}</EndToEndId></Refs>` : '',
    amount,
    name || account
      ? `<RltdPties>${name ? `<${party}><Pty><Nm>${text(name, 140)}</Nm></Pty></${party}>` : ''}${
          account
            ? `<${party}Acct><Id>${isIban ? `<IBAN>${account}</IBAN>` : `<Othr><Id>${text(account, 34)}</Id></Othr>`}</Id></${party}Acct>`
            : ''
        }</RltdPties>`
      : '',
    memo.trim()
      ? `<RmtInf>${pieces(memo)
          .map((piece) => `<Ustrd>${text(piece, 140)}</Ustrd>`)
          .join('')}</RmtInf>`
      : '',
    '</TxDtls></NtryDtls></Ntry>',
  ].join('')
}

/** A remittance line has 140 characters; longer memos take several. */
function pieces(memo: string): readonly string[] {
  const letters = Array.from(memo.trim())
  return Array.from({ length: Math.ceil(letters.length / 140) }, (_, at) =>
    letters.slice(at * 140, (at + 1) * 140).join(''),
  )
}

/** A text in XML 1.0: cut by characters, without those that may not stand there, the others escaped. */
function text(value: string, lengthMax: number): string {
  const cut = Array.from(value).slice(0, lengthMax).join('')
  const allowed = cut.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
  return allowed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
