/** Statements of any size, the same on every call: for tests of size and speed. All bookings are withdrawals of 0.01 to 99.99 EUR. */
export function generateMt940(bookings: number): string {
  const lines = [':20:GENERATED', `:25:${account}`, ':28C:1/1', ':60F:C240101EUR1000000,00']
  let minor = 100_000_000
  for (let index = 0; index < bookings; index += 1) {
    const { amount, day, month, name, size } = booking(index)
    minor -= size
    lines.push(
      `:61:24${month}${day}${month}${day}D${amount.replace('.', ',')}NTRFREF-${index}//B${index}`,
      `:86:116?00EINZELUEBERWEISUNG?20SVWZ+Rechnung ${index}?30TESTDEFFXXX?32${name}?34000`,
    )
  }
  lines.push(`:62F:${minor < 0 ? 'D' : 'C'}241231EUR${decimal(Math.abs(minor), ',')}`, '-', '')
  return lines.join('\r\n')
}

export function generateCsv(bookings: number): string {
  const rows = ['Date,Amount,Currency,Name,Description,Reference,Balance']
  let minor = 100_000_000
  for (let index = 0; index < bookings; index += 1) {
    const { amount, day, month, name, size } = booking(index)
    minor -= size
    rows.push(
      `2024-${month}-${day},-${amount},EUR,${name},"Rechnung ${index}, bezahlt",REF-${index},${minor < 0 ? '-' : ''}${decimal(Math.abs(minor), '.')}`,
    )
  }
  return `${rows.join('\n')}\n`
}

export function generateCamt053(bookings: number): string {
  const parts = [
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>G</MsgId></GrpHdr>`,
    `<Stmt><Id>G</Id><Acct><Id><IBAN>${account}</IBAN></Id><Ccy>EUR</Ccy></Acct>`,
  ]
  for (let index = 0; index < bookings; index += 1) {
    const { amount, day, month, name } = booking(index)
    parts.push(
      `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2024-${month}-${day}</Dt></BookgDt>`,
      `<ValDt><Dt>2024-${month}-${day}</Dt></ValDt><NtryDtls><TxDtls><Refs><EndToEndId>REF-${index}</EndToEndId></Refs>`,
      `<RltdPties><Cdtr><Pty><Nm>${name}</Nm></Pty></Cdtr></RltdPties><RmtInf><Ustrd>Rechnung ${index}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n`,
    )
  }
  parts.push('</Stmt></BkToCstmrStmt></Document>')
  return parts.join('')
}

const account = 'DE46123456780000424242'

function booking(index: number) {
  const size = ((index * 7919) % 9999) + 1
  const month = String((index % 12) + 1).padStart(2, '0')
  const day = String((index % 28) + 1).padStart(2, '0')
  return { amount: decimal(size, '.'), day, month, name: `GESCHAEFT ${index % 97}`, size }
}

function decimal(minor: number, mark: '.' | ','): string {
  const digits = String(minor).padStart(3, '0')
  return `${digits.slice(0, -2)}${mark}${digits.slice(-2)}`
}
