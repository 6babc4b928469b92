import { describe, expect, it } from 'vitest'
import { codesOf, onlyLine, problemOf, read, sample } from '../testing/read.fixtures.ts'

const bookedEntry =
  '<Ntry><Amt Ccy="EUR">12.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2024-01-05</Dt></BookgDt></Ntry>'
const account = '<Acct><Id><IBAN>DE46123456780000424242</IBAN></Id><Ccy>EUR</Ccy></Acct>'

/** A CAMT.053 of one statement. */
function camt(inside: string, version = '02'): string {
  return `<?xml version="1.0"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><GrpHdr/>
<Stmt><Id>S</Id>${inside}</Stmt></BkToCstmrStmt></Document>`
}

/** The only line of a statement with one entry, whose parts may be replaced. */
function entry(parts: { amount?: string; mark?: string; status?: string; more?: string; details?: string }) {
  const {
    amount = '<Amt Ccy="EUR">12.50</Amt>',
    mark = 'CRDT',
    status = '<Sts>BOOK</Sts>',
    more = '',
    details = '',
  } = parts
  return read(
    camt(
      `${account}<Ntry>${amount}<CdtDbtInd>${mark}</CdtDbtInd>${status}<BookgDt><Dt>2024-01-05</Dt></BookgDt>${more}<NtryDtls>${details}</NtryDtls></Ntry>`,
    ),
  )
}

function balance(type: string, amount: string, mark = 'CRDT', currency = 'EUR'): string {
  return `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd><Dt><Dt>2024-01-31</Dt></Dt></Bal>`
}

describe('the February sample', () => {
  const file = read(sample('household-2024-02.camt053.xml'))
  const [february] = file.statements

  it('[IMP-12] is read as one statement that adds up, without its pending line and without warnings', () => {
    expect(file).toMatchObject({ format: 'camt.053', version: 'camt.053.001.08', warnings: [] })
    expect(february).toMatchObject({
      kind: 'statement',
      account: {
        id: 'DE46123456780000424242',
        isIban: true,
        bank: 'TESTDEFFXXX',
        currency: 'EUR',
        owner: 'Anna und Tom Berger',
      },
      statementId: 'HH2024-02',
      sequence: '2',
      from: '2024-02-01',
      to: '2024-02-29',
      opening: { minor: 295619, interim: false },
      closing: { minor: 474680, interim: false },
      closingAvailable: { minor: 574680 },
    })
    expect(february?.lines.map(({ minor }) => minor)).toEqual([-98000, -8000, -3650, -800, 4999, 284512, -2990])
    expect(february?.lines.at(-1)).toMatchObject({ status: 'pending' })
  })

  it('[IMP-12] splits the collective transfer into its payments', () => {
    expect(february?.lines[2]).toMatchObject({
      counterparty: { name: 'Kita Sonnenblume e.V.', account: 'DE28500600400000112233' },
      memo: 'Essensgeld <Februar> & Bastelgeld',
      reference: 'KITA-2',
      code: 'PMNT/ICDT/ESCT',
      postingText: 'Sammelüberweisung',
      batch: { reference: 'SAMMLER-0208', index: 2, count: 3 },
      at: { line: 55, element: 'Stmt[1]/Ntry[2]/TxDtls[2]' },
    })
  })

  it('[IMP-6] gives a returned transfer the sign of its own movement and the party it had gone to', () => {
    expect(february?.lines[4]).toMatchObject({ minor: 4999, reversal: true, counterparty: { name: 'Lampenladen' } })
  })

  it('[IMP-9] has the rent of 1 February with the same fingerprint as the MT940 that also holds it', () => {
    const rent = read(sample('household-overlap.sta')).statements[0]?.lines.find(
      ({ bookingDate }) => bookingDate === '2024-02-01',
    )
    expect(february?.lines[0]?.fingerprint).toBe(rent?.fingerprint)
  })
})

describe('entries', () => {
  it.each([
    ['CRDT', 1250],
    ['DBIT', -1250],
  ])('[IMP-6] %s makes 12.50 to %i, in a reversal too', (mark, minor) => {
    expect(onlyLine(entry({ mark }))).toMatchObject({ minor, reversal: false })
    expect(onlyLine(entry({ mark, more: '<RvslInd>true</RvslInd>' }))).toMatchObject({ minor, reversal: true })
  })

  it.each([
    ['<Sts>BOOK</Sts>', 'booked'],
    ['<Sts>PDNG</Sts>', 'pending'],
    ['<Sts>INFO</Sts>', 'information'],
    ['<Sts><Cd>PDNG</Cd></Sts>', 'pending'],
    ['', 'booked'],
  ])('[IMP-10] the status %s is %s', (status, expected) => {
    expect(onlyLine(entry({ status })).status).toBe(expected)
  })

  it('[IMP-6] counts in the minor units of the amount’s currency', () => {
    expect(onlyLine(entry({ amount: '<Amt Ccy="JPY">1200</Amt>' }))).toMatchObject({ minor: 1200, currency: 'JPY' })
    expect(onlyLine(entry({ amount: '<Amt Ccy="EUR">8.850</Amt>' })).minor).toBe(885)
    expect(onlyLine(entry({ amount: '<Amt Ccy="EUR">8.</Amt>' })).minor).toBe(800)
  })

  it.each([
    ['import/amount-invalid', '<Amt Ccy="EUR">1,50</Amt>'],
    ['import/amount-invalid', '<Amt Ccy="EUR">1.505</Amt>'],
    ['import/amount-invalid', '<Amt Ccy="EUR">99999999999999999</Amt>'],
    ['import/currency-missing', '<Amt>1.50</Amt>'],
    ['import/currency-missing', '<Amt Ccy="euro">1.50</Amt>'],
    ['import/element-missing', ''],
    ['import/element-missing', '<Amt Ccy="EUR"/>'],
  ])('[IMP-2] refuses with %s the amount %s', (code, amount) => {
    expect(problemOf(camt(`${account}${bookedEntry.replace('<Amt Ccy="EUR">12.50</Amt>', amount)}`))).toMatchObject({
      code,
      at: { line: 3, element: 'Ntry[1]/Amt' },
    })
  })

  it.each([
    ['import/element-missing', 'CRDT', 'Ntry[1]/CdtDbtInd'],
    ['import/date-invalid', '2024-01-05', 'Ntry[1]/BookgDt'],
  ])('[IMP-2] refuses with %s an entry whose %s is garbage', (code, text, element) => {
    expect(problemOf(camt(`${account}${bookedEntry.replace(text, 'garbage')}`))).toMatchObject({
      code,
      at: { line: 3, element },
      found: 'garbage',
    })
  })

  it('[IMP-7] takes the day of a time as the bank wrote it', () => {
    const text = camt(
      `${account}${bookedEntry.replace('<Dt>2024-01-05</Dt>', '<DtTm>2024-01-05T23:59:59-11:00</DtTm>')}`,
    )
    expect(onlyLine(read(text))).toMatchObject({ bookingDate: '2024-01-05', valueDate: '2024-01-05' })
  })

  it('[IMP-7] takes the value date where the booking date is missing, and says so', () => {
    const file = read(camt(`${account}${bookedEntry.replaceAll('BookgDt', 'ValDt')}`))
    expect(onlyLine(file).bookingDate).toBe('2024-01-05')
    expect(codesOf(file)).toContain('import/date-missing')
  })

  it('[IMP-7] takes the date of the statement where the entry has none, and says so', () => {
    const undated = bookedEntry.replace(/<BookgDt>.*<\/BookgDt>/, '')
    const file = read(camt(`<CreDtTm>2024-01-31T08:00:00Z</CreDtTm>${account}${undated}`))
    expect(onlyLine(file)).toMatchObject({ bookingDate: '2024-01-31', valueDate: '2024-01-31' })
    expect(codesOf(file)).toContain('import/date-missing')
    expect(problemOf(camt(`${account}${undated}`))).toMatchObject({
      code: 'import/date-invalid',
      at: { line: 3, element: 'Stmt[1]/Ntry[1]' },
    })
  })

  it('[IMP-10] is information when it is an amount of nothing', () => {
    expect(onlyLine(entry({ amount: '<Amt Ccy="EUR">0</Amt>' }))).toMatchObject({ minor: 0, status: 'information' })
  })

  it('[IMP-12] names as counterparty who paid a credit and who received a debit', () => {
    const details =
      '<TxDtls><RltdPties><Dbtr><Nm>Payer</Nm></Dbtr><Cdtr><Nm>Payee</Nm></Cdtr><CdtrAcct><Id><Othr><Id>77</Id></Othr></Id></CdtrAcct></RltdPties></TxDtls>'
    expect(onlyLine(entry({ details })).counterparty).toEqual({ name: 'Payer' })
    expect(onlyLine(entry({ details, mark: 'DBIT' })).counterparty).toEqual({ name: 'Payee', account: '77' })
  })

  it('[IMP-12] never names the account as its own counterparty', () => {
    const own = '<DbtrAcct><Id><IBAN>DE46123456780000424242</IBAN></Id></DbtrAcct>'
    const details = `<TxDtls><RltdPties><Dbtr><Nm>Me</Nm></Dbtr>${own}<Cdtr><Nm>Shop</Nm></Cdtr></RltdPties></TxDtls>`
    expect(onlyLine(entry({ details })).counterparty).toEqual({ name: 'Shop' })
  })

  it('[IMP-12] takes references in the order of their worth, and not those that say nothing', () => {
    const refs = (inside: string) => onlyLine(entry({ details: `<TxDtls><Refs>${inside}</Refs></TxDtls>` })).reference
    expect(refs('<InstrId>I</InstrId><EndToEndId>E</EndToEndId><TxId>T</TxId>')).toBe('E')
    expect(refs('<InstrId>I</InstrId><EndToEndId>NOTPROVIDED</EndToEndId><TxId>T</TxId>')).toBe('T')
    expect(refs('<EndToEndId>NOTPROVIDED</EndToEndId>')).toBeUndefined()
  })

  it('[IMP-12] reads creditor references and several remittance lines', () => {
    const details =
      '<TxDtls><RmtInf><Ustrd>one</Ustrd><Ustrd>two</Ustrd><Strd><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf><AddtlRmtInf>three</AddtlRmtInf></Strd></RmtInf></TxDtls>'
    expect(onlyLine(entry({ details }))).toMatchObject({ memo: 'one two three', reference: 'RF18' })
  })

  it('[IMP-12] decodes entities, character references and CDATA, once', () => {
    const details =
      '<TxDtls><RmtInf><Ustrd>&#228; &#xE4; &amp;lt; &lt;b&gt; &quot;&apos; <![CDATA[&amp; <i>]]></Ustrd></RmtInf></TxDtls>'
    expect(onlyLine(entry({ details })).memo).toBe('ä ä &lt; <b> "\'&amp; <i>')
  })

  const payment = (amount: string, name: string) =>
    `<TxDtls>${amount}<RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties></TxDtls>`

  it('[IMP-12] keeps a collective booking as one line where the payments have no amounts', () => {
    const file = entry({ details: payment('', 'A') + payment('', 'B'), more: '<AddtlNtryInf>Sammler</AddtlNtryInf>' })
    expect(onlyLine(file)).toMatchObject({ minor: 1250, memo: 'Sammler' })
    expect(file.warnings.map(({ code }) => code)).not.toContain('import/batch-differs')
  })

  it('[IMP-12] keeps it as one line where they sum up to something else, and says so', () => {
    const file = entry({
      details: payment('<Amt Ccy="EUR">2.00</Amt>', 'A') + payment('<Amt Ccy="EUR">2.00</Amt>', 'B'),
    })
    expect(onlyLine(file)).toMatchObject({ minor: 1250, memo: '2 payments' })
    expect(codesOf(file)).toContain('import/batch-differs')
  })

  it('[IMP-12] splits it by the amounts of version 02 as well', () => {
    const amount = (text: string) => `<AmtDtls><TxAmt><Amt Ccy="EUR">${text}</Amt></TxAmt></AmtDtls>`
    const file = entry({ details: payment(amount('10.00'), 'A') + payment(amount('2.50'), 'B') })
    expect(file.statements[0]?.lines).toMatchObject([
      { minor: 1000, counterparty: { name: 'A' } },
      { minor: 250, counterparty: { name: 'B' } },
    ])
  })
})

describe('statements', () => {
  it('[IMP-12] take the booked balances of the period, and interim ones of a page', () => {
    const all = ['OPBD', 'PRCD', 'OPAV', 'CLBD', 'CLAV', 'FWAV', 'INFO']
      .map((type, index) => balance(type, `${index + 1}.00`))
      .join('')
    expect(read(camt(account + all)).statements[0]).toMatchObject({
      opening: { minor: 100, interim: false },
      closing: { minor: 400, interim: false },
      closingAvailable: { minor: 500 },
    })
    expect(read(camt(account + balance('ITBD', '1.00') + balance('ITBD', '3.00', 'DBIT'))).statements[0]).toMatchObject(
      {
        opening: { minor: 100, interim: true },
        closing: { minor: -300, interim: true },
      },
    )
    expect(read(camt(account + balance('PRCD', '1.00'))).statements[0]).toMatchObject({ opening: { minor: 100 } })
  })

  it('[IMP-8] are warned of when they do not add up, when a balance is in another currency, when they are empty', () => {
    expect(
      read(camt(account + balance('OPBD', '1.00') + balance('CLBD', '3.00') + bookedEntry)).warnings,
    ).toMatchObject([{ code: 'import/does-not-add-up', statement: 0, difference: { minor: -1050, currency: 'EUR' } }])
    expect(
      codesOf(read(camt(account + balance('OPBD', '1.00') + balance('CLBD', '3.00', 'CRDT', 'SEK') + bookedEntry))),
    ).toEqual(['import/balance-other-currency'])
    expect(codesOf(read(camt(account)))).toContain('import/no-lines')
  })

  it('[IMP-8] leave lines in other currencies out of the sum', () => {
    const yen = bookedEntry.replace('Ccy="EUR">12.50', 'Ccy="JPY">1250')
    expect(
      read(camt(account + balance('OPBD', '1.00') + balance('CLBD', '13.50') + bookedEntry + yen)).warnings,
    ).toEqual([])
  })

  it('[IMP-12] are named by format, version and kind', () => {
    const as = (message: string, statement: string, number: string) =>
      camt(account + bookedEntry)
        .replaceAll('BkToCstmrStmt', message)
        .replaceAll('<Stmt>', `<${statement}>`)
        .replaceAll('</Stmt>', `</${statement}>`)
        .replace('camt.053', `camt.${number}`)
    expect(read(as('BkToCstmrAcctRpt', 'Rpt', '052'))).toMatchObject({
      format: 'camt.052',
      version: 'camt.052.001.02',
      statements: [{ kind: 'report' }],
    })
    expect(read(as('BkToCstmrDbtCdtNtfctn', 'Ntfctn', '054'))).toMatchObject({
      format: 'camt.054',
      statements: [{ kind: 'notification' }],
    })
    expect(read(as('BkToCstmrStmt', 'Stmt', '053'))).toMatchObject({
      format: 'camt.053',
      statements: [{ kind: 'statement' }],
    })
  })

  it('[IMP-12] are read in version 01, which has other names', () => {
    const old = camt(
      `${account.replace(/<IBAN>(.*)<\/IBAN>/, '<PrtryAcct><Id>77</Id></PrtryAcct>')}${bookedEntry.replace('</Ntry>', '<TxDtls><RltdPties><Dbtr><Nm>Payer</Nm></Dbtr></RltdPties></TxDtls></Ntry>')}`,
      '01',
    )
    expect(read(old.replaceAll('BkToCstmrStmt', 'BkToCstmrStmtV01'))).toMatchObject({
      format: 'camt.053',
      version: 'camt.053.001.01',
      statements: [{ account: { id: '77' }, lines: [{ counterparty: { name: 'Payer' } }] }],
    })
  })

  it('[IMP-12] [IMP-4] are read with a namespace prefix and in the encoding that the file declares', () => {
    const file = read(sample('card-notification.camt054.xml'))
    expect(file).toMatchObject({ format: 'camt.054', encoding: 'windows-1252', warnings: [] })
    expect(onlyLine(file)).toMatchObject({
      minor: -4200,
      currency: 'JPY',
      bookingDate: '2024-02-09',
      postingText: 'Grüße aus Kyoto',
    })
  })

  it('[IMP-12] are not confused by entries in comments and CDATA', () => {
    const text = camt(`${account}<!-- <Ntry> </Stmt> --><AddtlStmtInf><![CDATA[<Ntry>]]></AddtlStmtInf>${bookedEntry}`)
    expect(read(text).statements).toMatchObject([{ note: '<Ntry>', lines: [{ minor: 1250 }] }])
  })
})

describe('broken XML', () => {
  it('[IMP-2] cut off in an entry, names the entry that is open and its line', () => {
    expect(problemOf(sample('broken-cut-off.camt053.xml'), { fileName: 'feb.xml' })).toMatchObject({
      code: 'import/xml-invalid',
      at: { line: 86, element: 'Ntry' },
      message: expect.stringContaining('feb.xml, line 86 (Ntry): The element Ntry that starts here is never closed.'),
    })
  })

  it.each([
    ['cut off in a statement', camt(account).slice(0, -60), 'import/xml-invalid', 3],
    [
      'a tag closed by another, in an entry',
      camt(`${account}\n${bookedEntry.replace('</Sts>', '</Stz>')}`),
      'import/xml-invalid',
      4,
    ],
    ['a tag closed by another, in a statement', camt(`<Acct>\n<Id></Acct>`), 'import/xml-invalid', 4],
    ['an entry inside an entry', camt(`${account}<Ntry>\n<Ntry></Ntry></Ntry>`), 'import/xml-invalid', 3],
    [
      'an entry outside any statement',
      camt(account).replace('<Stmt>', `${bookedEntry}\n<Stmt>`),
      'import/element-missing',
      3,
    ],
    ['text after the end', `${camt(account)}\nmore`, 'import/xml-invalid', 4],
    ['a document type', `<!DOCTYPE a [<!ENTITY b "c">]>\n${camt(account)}`, 'import/xml-doctype', 1],
    ['a prototype’s name', camt(`${account}<__proto__><x/></__proto__>`), 'import/xml-invalid', 3],
    [
      'no statement',
      camt(account).replaceAll('Stmt>', 'Other>').replaceAll('BkToCstmrOther', 'BkToCstmrStmt'),
      'import/no-statement',
      1,
    ],
  ])('[IMP-2] %s is refused with its line', (_, text, code, line) => {
    expect(problemOf(text)).toMatchObject({ code, at: { line } })
  })
})
