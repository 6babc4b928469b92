import { describe, expect, it } from 'vitest'
import { codesOf, onlyLine, problemOf, read, sample } from '../testing/read.fixtures.ts'

/** A statement around the given fields. */
function statement(...fields: readonly string[]): string {
  return [':20:S', ':25:DE46123456780000424242', ':28C:1/1', ':60F:C240101EUR100,00', ...fields, '-'].join('\r\n')
}

function booked(...fields: readonly string[]) {
  return onlyLine(read(statement(...fields)))
}

describe('the January sample', () => {
  const file = read(sample('household-2024-01.sta'), { fileName: 'household-2024-01.sta' })
  const [january] = file.statements

  it('[IMP-11] is read as one statement that adds up, without warnings', () => {
    expect(file).toMatchObject({ format: 'mt940', encoding: 'utf-8', fileName: 'household-2024-01.sta', warnings: [] })
    expect(file.statements).toHaveLength(1)
    expect(january).toMatchObject({
      kind: 'statement',
      account: { id: 'DE46123456780000424242', isIban: true, currency: 'EUR' },
      statementId: 'HH2024-01',
      sequence: '1/1',
      from: '2023-12-29',
      to: '2024-01-31',
      opening: { minor: 150000, currency: 'EUR', date: '2023-12-29', interim: false },
      closing: { minor: 295619, currency: 'EUR', date: '2024-01-31', interim: false },
      closingAvailable: { minor: 395619 },
    })
    expect(january?.lines.map(({ minor }) => minor)).toEqual([
      -98000, -380, -380, -6743, -3490, 3490, -8850, -25000, 1250, 284512, -790,
    ])
  })

  it('[IMP-11] tells everything of a direct debit', () => {
    expect(january?.lines[4]).toMatchObject({
      bookingDate: '2024-01-10',
      valueDate: '2024-01-10',
      minor: -3490,
      currency: 'EUR',
      status: 'booked',
      counterparty: { name: 'STUDIO BEWEGUNG GMBH', account: 'DE28500600400000112233', bank: 'TESTDEFFXXX' },
      reference: 'GYM-2024-01',
      bankReference: '2024011000003',
      memo: 'Beitrag Januar Studio Bewegung',
      code: 'NDDT/105',
      postingText: 'FOLGELASTSCHRIFT',
      reversal: false,
      at: { line: 18, element: ':61:' },
    })
  })

  it('[IMP-6] gives the returned debit back as money that came', () => {
    expect(january?.lines[5]).toMatchObject({
      minor: 3490,
      reversal: true,
      valueDate: '2024-01-10',
      bookingDate: '2024-01-12',
    })
  })
})

describe('the field :61:', () => {
  it.each([
    ['C', 1250, false],
    ['D', -1250, false],
    ['RC', -1250, true],
    ['RD', 1250, true],
  ])('[IMP-6] the mark %s makes 12,50 to %i', (mark, minor, reversal) => {
    expect(booked(`:61:240105${mark}12,50NTRFNONREF`)).toMatchObject({ minor, reversal, status: 'booked' })
  })

  it.each([
    ['EC', 1250],
    ['ED', -1250],
  ])('[IMP-10] the mark %s announces a booking', (mark, minor) => {
    expect(booked(`:61:240105${mark}12,50NTRFNONREF`)).toMatchObject({ minor, status: 'pending' })
  })

  it.each([
    ['2312310102', '2024-01-02', '2023-12-31'],
    ['2401021229', '2023-12-29', '2024-01-02'],
    ['240105', '2024-01-05', '2024-01-05'],
    ['2401050000', '2024-01-05', '2024-01-05'],
    ['9912310102', '2000-01-02', '1999-12-31'],
    ['2402290301', '2024-03-01', '2024-02-29'],
    ['240105    ', '2024-01-05', '2024-01-05'],
  ])('[IMP-7] the dates %s are booked %s and valued %s', (dates, bookingDate, valueDate) => {
    expect(booked(`:61:${dates}C1,NTRFNONREF`)).toMatchObject({ bookingDate, valueDate })
  })

  it.each([
    ['C5,NTRFA', 500, 'NTRF', 'A'],
    ['CR5,5NTRFA', 550, 'NTRF', 'A'],
    ['C\r\n30,00N062NONREF', 3000, 'N062', undefined],
    ['C30.25NTRFREF 1//B', 3025, 'NTRF', 'REF 1'],
    ['C1234,56S051', 123456, 'S051', undefined],
    ['C119,NMSC341241773/1X//O/3', 11900, 'NMSC', '341241773/1X'],
    ['C,50NTRFA', 50, 'NTRF', 'A'],
    ['C50,00 NTRFA', 5000, 'NTRF', 'A'],
    ['C1,NOV TANGO', 100, 'NOV', 'TANGO'],
    ['C1,S   X', 100, 'S', 'X'],
    ['C1,NTRFKREF+//B', 100, 'NTRF', undefined],
    ['C1,N102EREF', 100, 'N102', undefined],
  ])('[IMP-11] reads amount, type and reference of %s', (rest, minor, code, reference) => {
    const line = booked(`:61:2401050105${rest}`)
    expect(line).toMatchObject({ minor, code })
    expect(line.reference).toBe(reference)
  })

  it('[IMP-10] is information when it is a booking of nothing', () => {
    expect(booked(':61:240105CD0,00NDEFNONREF', 'C 37897,00')).toMatchObject({ minor: 0, status: 'information' })
  })

  it('[IMP-11] names the other party behind a padded reference', () => {
    expect(booked(':61:240105D9,95N0600733959555      PHONE COMPANY BV', ':86:INVOICE 1', ':86:JANUARY')).toMatchObject(
      {
        reference: '0733959555',
        counterparty: { name: 'PHONE COMPANY BV' },
        memo: 'INVOICE 1 JANUARY',
      },
    )
  })

  it('[IMP-11] names the other party whose account is its second line', () => {
    const line = booked(
      ':61:240105D9,95N102EREF',
      'NL91ABNA0417164300',
      ':86:/EREF/E-1/BENM//NAME/J JANSEN/REMI//ISDT/2024-01-05',
    )
    expect(line).toMatchObject({
      reference: 'E-1',
      memo: '',
      counterparty: { name: 'J JANSEN', account: 'NL91ABNA0417164300' },
    })
    expect(line.postingText).toBeUndefined()
  })

  it('[IMP-11] names the other party that :86: repeats', () => {
    const line = booked(
      ':61:240105D65,00NOVBNL91ABNA0417164300',
      'hr j jansen',
      `:86:NL91ABNA0417164300 hr j jansen\r\n${' '.repeat(65)}\r\nsieraden`,
    )
    expect(line).toMatchObject({
      memo: 'sieraden',
      counterparty: { name: 'hr j jansen', account: 'NL91ABNA0417164300' },
    })
    expect(line.reference).toBeUndefined()
  })

  it('[IMP-7] takes 30 February for its last day and says so', () => {
    const file = read(statement(':61:2402300301D6,00N024NONREF'))
    expect(onlyLine(file)).toMatchObject({ valueDate: '2024-02-29', bookingDate: '2024-03-01' })
    expect(file.warnings).toContainEqual(
      expect.objectContaining({ code: 'import/day-clamped', at: { line: 5, element: ':61:' } }),
    )
  })

  it.each([
    ['no mark', '24010501XX12,50NTRF', 'import/field-invalid'],
    ['month 13', '241305C12,50NTRF', 'import/field-invalid'],
    ['entry date 1399', '2401051399C12,50NTRF', 'import/field-invalid'],
    ['no amount', '240105CNTRFNONREF', 'import/field-invalid'],
    ['a third of a cent', '240105C12,333NTRF', 'import/amount-invalid'],
    ['more than is exact', '240105C90071992547409,92NTRF', 'import/amount-invalid'],
  ])('[IMP-2] refuses %s with line, field and what was found', (_, field, code) => {
    const problem = problemOf(statement(`:61:${field}`), { fileName: 'a.sta' })
    expect(problem).toMatchObject({ code, fileName: 'a.sta', at: { line: 5, element: ':61:' } })
    expect(problem.message).toContain('a.sta, line 5 (:61:)')
    expect(problem.found).toBeTruthy()
    expect(problem.expected).toBeTruthy()
  })

  it('[IMP-2] names the broken booking of the broken sample', () => {
    expect(problemOf(sample('broken-booking.sta'), { fileName: 'broken-booking.sta' }).message).toBe(
      'broken-booking.sta, line 18 (:61:): The file is broken here: the field does not have the form of a booking. ' +
        'Found “240110ABCD34,90NDDTGYM-2024-01//2024011000003”. Expected a booking such as 2401310131D12,50NTRFNONREF: ' +
        'value date, entry date, C or D, amount, type, reference. (import/field-invalid)',
    )
  })
})

describe('the field :86:', () => {
  const info = (...lines: readonly string[]) => booked(':61:240105C1,NTRFNONREF', `:86:${lines.join('\r\n')}`)

  it('[IMP-11] joins subfields that were cut anywhere, even inside a key', () => {
    expect(info('166?00GUTSCHR', 'IFT?2', '0SVWZ+Miete?32', 'MAX?3', '1DE46123456780000424242')).toMatchObject({
      postingText: 'GUTSCHRIFT',
      memo: 'Miete',
      counterparty: { name: 'MAX', account: 'DE46123456780000424242' },
      code: 'NTRF/166',
    })
  })

  it('[IMP-11] runs full purpose lines on and parts short ones by a space', () => {
    expect(info('166?20123456789012345678901234567?21890 short?22next').memo).toBe(
      '123456789012345678901234567890 short next',
    )
  })

  it('[IMP-11] tells SEPA keywords apart, whichever way they are written', () => {
    expect(
      info('166?20EREF+E-1?21KREF+K-1?22SVWZ+Text?23ABWA+Other Payer?24IBAN+DE46123456780000424242'),
    ).toMatchObject({
      reference: 'E-1',
      memo: 'Text',
      counterparty: { name: 'Other Payer', account: 'DE46123456780000424242' },
    })
    expect(info('166?20EREF: E-2?21SVWZ: Text two')).toMatchObject({ reference: 'E-2', memo: 'Text two' })
    expect(info('166?20EREF+NOTPROVIDED?21SVWZ+x').reference).toBeUndefined()
    expect(info('166?20EREF+E-3?21MTLG:Konto gesperrt')).toMatchObject({ reference: 'E-3', memo: 'Konto gesperrt' })
    expect(info('166?20EREF+E-4MREF+M-4SVWZ+glued together')).toMatchObject({
      reference: 'E-4',
      memo: 'glued together',
    })
  })

  it('[IMP-11] reads the separators of other banks', () => {
    expect(info('020~00Przelew~20Za czynsz~32JAN NOWAK')).toMatchObject({
      memo: 'Za czynsz',
      counterparty: { name: 'JAN NOWAK' },
    })
  })

  it('[IMP-11] reads the slash codes of Dutch banks', () => {
    expect(
      info(
        '/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/J JANSEN/REMI/Huur januari/EREF/NOTPROVIDED',
      ),
    ).toMatchObject({
      postingText: 'SEPA OVERBOEKING',
      memo: 'Huur januari',
      counterparty: { name: 'J JANSEN', account: 'NL91ABNA0417164300', bank: 'ABNANL2A' },
    })
    expect(info('/EREF/E-9//CNTP/NL91ABNA0417164300/ABNANL2A/J JANSEN/UTRECHT///REMI/USTD//Huur/')).toMatchObject({
      reference: 'E-9',
      memo: 'Huur',
      counterparty: { name: 'J JANSEN', account: 'NL91ABNA0417164300' },
    })
  })

  it('[IMP-11] keeps free text, with the breaks of full lines closed', () => {
    expect(info('Card payment', 'in Leeds').memo).toBe('Card payment in Leeds')
    expect(info('x'.repeat(65), 'yz').memo).toBe(`${'x'.repeat(65)}yz`)
  })

  it('[IMP-11] belongs to the statement when it follows the closing balance', () => {
    const file = read(statement(':61:240105C1,NTRFNONREF', ':86:Rent', ':62F:C240131EUR101,00', ':86:Dear customer'))
    expect(file.statements[0]?.note).toBe('Dear customer')
    expect(onlyLine(file).memo).toBe('Rent')
  })

  it('[IMP-11] reads :NS: where a bank has no :86:', () => {
    expect(
      booked(':61:240105C1,NTRFNONREF', ':NS:01Verwendungszweck 1', '02und 2', '15Empfänger', '17Buchungstext'),
    ).toMatchObject({
      memo: 'Verwendungszweck 1 und 2',
      counterparty: { name: 'Empfänger' },
      postingText: 'Buchungstext',
    })
  })

  it('[IMP-11] takes the details of :61: for the memo where nothing else is said', () => {
    expect(booked(':61:240105C1,NTRFNONREF', 'Paiement').memo).toBe('Paiement')
    expect(booked(':61:240105C1,NTRFNONREF', 'Paiement', ':86:Loyer')).toMatchObject({
      memo: 'Loyer',
      postingText: 'Paiement',
    })
  })
})

describe('statements', () => {
  it.each([
    ['DE46 1234 5678 0000 4242 42', { id: 'DE46123456780000424242', isIban: true }],
    ['NL91ABNA0417164300EUR', { id: 'NL91ABNA0417164300', isIban: true, currency: 'EUR' }],
    ['ABNANL2A/NL91ABNA0417164300', { id: 'NL91ABNA0417164300', isIban: true, bank: 'ABNANL2A' }],
    ['45050050/76198810', { id: '45050050/76198810', isIban: false, bank: '45050050' }],
    ['51210600/9223382012EUR', { id: '51210600/9223382012', isIban: false, currency: 'EUR' }],
    ['1291.99.348EUR', { id: '1291.99.348', isIban: false }],
    ['UBRTHUHB/1234002/HUF', { id: 'UBRTHUHB/1234002', currency: 'HUF' }],
    ['DE46123456780000424243', { id: 'DE46123456780000424243', isIban: false }],
  ])('[IMP-11] the account %s', (written, account) => {
    const file = read([':20:S', `:25:${written}`, ':60F:C2401010,00', ':62F:C2401010,00'].join('\n'), {
      currency: 'EUR',
    })
    expect(file.statements[0]?.account).toMatchObject(account)
  })

  it('[IMP-8] is warned of, not refused, when it does not add up', () => {
    const file = read(statement(':61:240105C1,NTRFNONREF', ':62F:C240131EUR150,00'))
    expect(file.warnings).toEqual([
      {
        code: 'import/does-not-add-up',
        message: 'The closing balance is 150.00 EUR; opening balance and lines give 101.00. Difference: 49.00 EUR.',
        statement: 0,
        at: { line: 5 },
        difference: { minor: 4900, currency: 'EUR' },
      },
    ])
  })

  it('[IMP-8] is warned of when it was cut off before its closing balance', () => {
    expect(codesOf(read(statement(':61:240105C1,NTRFNONREF')))).toEqual(['import/balance-missing'])
  })

  it('[IMP-8] is warned of when the next one opens with another balance', () => {
    const one = statement(':61:240105C1,NTRFNONREF', ':62F:C240131EUR101,00')
    const other = one.replace(':60F:C240101EUR100,00', ':60F:C240201EUR90,00').replace('101,00', '91,00')
    expect(codesOf(read(`${one}\r\n${other}`))).toEqual(['import/balances-do-not-meet'])
  })

  it('[IMP-11] keeps the pages of one apart, with their interim balances, and gives a page the currency of the one before', () => {
    const file = read(
      [
        ':20:A\n:25:1/2\n:28C:7/1\n:60F:C240101JPY100,\n:61:240102C5,NTRFNONREF\n:62M:C240102105,',
        ':20:A\n:25:1/2\n:28C:7/2\n:60M:C240102105,\n:61:240103C5,NTRFNONREF\n:62F:C240103110,',
      ].join('\n'),
    )
    expect(file.warnings).toEqual([])
    expect(file.statements).toMatchObject([
      { opening: { minor: 100, interim: false }, closing: { minor: 105, interim: true, currency: 'JPY' } },
      { opening: { minor: 105, interim: true }, closing: { minor: 110, interim: false, currency: 'JPY' } },
    ])
  })

  it('[IMP-6] counts in the minor units of their currency', () => {
    const bhd = ':20:A\n:25:1/2\n:60F:C240101BHD1,500\n:61:240102D0,001NTRFNONREF\n:62F:C240102BHD1,499'
    expect(read(bhd)).toMatchObject({
      warnings: [],
      statements: [{ opening: { minor: 1500 }, lines: [{ minor: -1 }] }],
    })
  })

  it('[IMP-11] is read as MT942 by its header or its fields, with the totals checked', () => {
    const file = read(sample('intraday.sta'))
    expect(file).toMatchObject({
      format: 'mt942',
      warnings: [],
      statements: [
        {
          kind: 'report',
          account: { currency: 'EUR' },
          lines: [
            { minor: -199950, status: 'booked' },
            { minor: -4500, status: 'pending' },
          ],
        },
      ],
    })
    const wrong = new TextDecoder().decode(sample('intraday.sta')).replace(':90D:1EUR1999,50', ':90D:2EUR1999,50')
    expect(codesOf(read(wrong))).toEqual(['import/totals-differ'])
  })

  it('[IMP-11] is read inside SWIFT blocks, control characters and a bank’s own first lines', () => {
    const body = statement(':61:240105C1,NTRFNONREF', ':62F:C240131EUR101,00')
    const wrapped = `{1:F01TESTDEFFXXXX0000000000}{2:O9400000000000}{4:\r\n${body.replace(/-$/, '-}')}{5:{CHK:1}}`
    const own = `ABNANL2A\r\n940\r\nABNANL2A\r\n${body}`
    const control = `\u0001${body}\u0003`
    for (const text of [wrapped, own, control]) {
      expect(read(text)).toMatchObject({ format: 'mt940', warnings: [], statements: [{ lines: [{ minor: 100 }] }] })
    }
  })

  it('[IMP-11] takes a booking after its end along, and says so', () => {
    const text = `${statement(':62F:C240131EUR101,00')}\r\n:61:240105C1,NTRFNONREF`
    expect(codesOf(read(text))).toEqual(['import/line-outside'])
  })

  it('[IMP-11] names a field that it passes over, once', () => {
    const text = statement(':99:x', ':61:240105C1,NTRFNONREF', ':99:y', ':62F:C240131EUR101,00')
    expect(read(text).warnings).toMatchObject([{ code: 'import/field-ignored', at: { line: 5, element: ':99:' } }])
  })

  it('[IMP-2] needs the currency of bookings without a statement, and reads them when it is told', () => {
    const loose = ':61:1811261126CR\n30,00N062NONREF\n:\n86:166?00GUTSCHR. UEBERWEISUNG?081542?20SVWZ+Test'
    expect(problemOf(loose)).toMatchObject({ code: 'import/currency-missing', needs: 'currency', at: { line: 1 } })
    const file = read(loose, { currency: 'EUR' })
    expect(onlyLine(file)).toMatchObject({
      minor: 3000,
      memo: 'Test',
      postingText: 'GUTSCHR. UEBERWEISUNG',
      code: 'N062/166',
    })
    expect(codesOf(file)).toEqual(['import/account-missing', 'import/balance-missing'])
  })

  it('[IMP-2] refuses a broken balance with its line', () => {
    expect(problemOf(':20:A\n:25:1/2\n:60F:X240101EUR1,00')).toMatchObject({
      code: 'import/field-invalid',
      at: { line: 3, element: ':60F:' },
    })
    expect(problemOf(':20:A\n:25:1/2\n:60F:C240101EUR1,00\n:62F:C249901EUR1,00')).toMatchObject({
      at: { line: 4, element: ':62F:' },
    })
  })

  it('[IMP-2] refuses a file with fields and no statement', () => {
    expect(problemOf(':20:A\n:28C:1/1\n')).toMatchObject({ code: 'import/no-statement' })
  })
})
