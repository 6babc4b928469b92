import { describe, expect, it } from 'vitest'
import { codesOf, onlyLine, problemOf, read, sample } from '../testing/read.fixtures.ts'

/** The line of a table with one booking. */
function row(header: string, cells: string) {
  return onlyLine(read(`${header}\n${cells}\n`, { currency: 'EUR' }))
}

/** Minor amounts of a table with the columns Date and Amount. */
function amounts(...cells: readonly string[]): readonly number[] {
  const rows = cells.map((cell) => `2024-01-02\t${cell}\tEUR`)
  return read(['Date\tAmount\tCurrency', ...rows].join('\n')).statements[0]?.lines.map(({ minor }) => minor) ?? []
}

describe('the English sample', () => {
  const file = read(sample('english.csv'), { fileName: 'english.csv' })

  it('[IMP-13] is read with quotes, byte order mark, money in and out and its running balance', () => {
    expect(file).toMatchObject({ format: 'csv', encoding: 'utf-8' })
    expect(file.statements).toMatchObject([
      {
        kind: 'statement',
        account: { currency: 'GBP', isIban: false },
        from: '2024-01-02',
        to: '2024-01-31',
        opening: { minor: 64210, currency: 'GBP', date: '2024-01-02' },
        closing: { minor: 279000, currency: 'GBP', date: '2024-01-31' },
      },
    ])
    expect(file.statements[0]?.lines).toMatchObject([
      {
        minor: -14200,
        bookingDate: '2024-01-02',
        counterparty: { name: 'City Council' },
        memo: 'Council tax',
        postingText: 'Direct Debit',
        at: { line: 2 },
      },
      { minor: -380, counterparty: { name: 'Corner Café' }, balanceMinor: 49630 },
      { minor: -380, balanceMinor: 49250 },
      { minor: -1250, counterparty: { name: 'Bookshop, Ltd' }, memo: 'Notebook "A5", ruled' },
      { minor: 231000, at: { line: 6 } },
    ])
  })

  it('[IMP-13] does not name its account, and says so', () => {
    expect(codesOf(file)).toEqual(['import/account-missing'])
  })
})

describe('the German sample', () => {
  it('[IMP-13] [IMP-4] is read in Windows-1252, with rows above its header, newest first', () => {
    const file = read(sample('german-latin1.csv'))
    expect(file).toMatchObject({ format: 'csv', encoding: 'windows-1252', warnings: [] })
    expect(file.statements).toMatchObject([
      {
        account: { id: 'DE46123456780000424242', isIban: true, currency: 'EUR' },
        from: '2024-01-02',
        to: '2024-01-31',
      },
    ])
    expect(file.statements[0]?.lines[1]).toMatchObject({
      bookingDate: '2024-01-22',
      minor: 1250,
      counterparty: { name: 'Jörg Müller', account: 'NL91ABNA0417164300' },
      memo: 'Pizza letzten Freitag',
      postingText: 'GUTSCHRIFT',
      at: { line: 6 },
    })
  })
})

describe('columns', () => {
  it.each([
    ['English', 'Transaction Date,Description,Amount', '2024-01-02,Rent,-12.50', { minor: -1250, memo: 'Rent' }],
    ['debit and credit', 'Date,Memo,Debit,Credit', '2024-01-02,Rent,12.50,', { minor: -1250 }],
    ['a debit with a minus', 'Date,Memo,Debit,Credit', '2024-01-02,Rent,-12.50,0.00', { minor: -1250 }],
    ['a mark', 'Datum;Betrag;Soll/Haben', '02.01.2024;12,50;S', { minor: -1250 }],
    [
      'a Dutch mark',
      'Datum;Naam / Omschrijving;Af Bij;Bedrag (EUR)',
      '20240102;J. Jansen;Bij;12,50',
      { minor: 1250, counterparty: { name: 'J. Jansen' } },
    ],
    [
      'Dutch',
      'Datum,Rekening,Tegenrekening,Naam,Bedrag,Omschrijving',
      '2024-01-02,NL91ABNA0417164300,DE46123456780000424242,Jan,"-2,56",Huur',
      { minor: -256, memo: 'Huur', counterparty: { name: 'Jan', account: 'DE46123456780000424242' } },
    ],
    ['French', 'Date;Libellé;Débit euros;Crédit euros', '02/01/2024;Loyer;12,50;', { minor: -1250, memo: 'Loyer' }],
    [
      'two dates',
      'Buchungstag;Wertstellung;Betrag',
      '03.01.2024;02.01.2024;1,00',
      { bookingDate: '2024-01-03', valueDate: '2024-01-02' },
    ],
    ['Valuta as a date', 'Buchungstag;Valuta;Betrag', '03.01.2024;02.01.2024;1,00', { valueDate: '2024-01-02' }],
    ['Valuta as a currency', 'Datum;Valuta;Bedrag', '03-01-2024;SEK;1,00', { currency: 'SEK' }],
    ['a currency in the name', 'Date,Amount (USD)', '2024-01-02,1.00', { currency: 'USD' }],
    ['a currency beside the amount', 'Date;Amount', '2024-01-02;1,00 CHF', { currency: 'CHF' }],
    ['cents', 'Date,Amount (cents),Currency', '2024-01-02,-1250,EUR', { minor: -1250 }],
    [
      'whole units without decimals',
      'created,amount,currency',
      '2024-01-02 12:34:56 +0000,-10,GBP',
      { minor: -1000, bookingDate: '2024-01-02' },
    ],
    ['the net amount', 'Date,Currency,Gross,Fee,Net', '2024-01-02,EUR,10.00,-0.50,9.50', { minor: 950 }],
    [
      'a fee beside the amount',
      'Type,Completed Date,Description,Amount,Fee,Currency,State',
      'TRANSFER,2024-01-02 10:00:00,Out,-10.00,0.50,EUR,COMPLETED',
      { minor: -1050 },
    ],
    [
      'a pending state',
      'Completed Date,Started Date,Amount,Currency,State',
      ',2024-01-02 10:00:00,-10.00,EUR,PENDING',
      { status: 'pending', bookingDate: '2024-01-02' },
    ],
    [
      'payer and payee',
      'Buchungsdatum;Zahlungspflichtige*r;Zahlungsempfänger*in;Betrag (€)',
      '02.01.24;Ich;Laden;-5,00',
      { counterparty: { name: 'Laden' } },
    ],
    ['tabs', 'Date\tAmount', '2024-01-02\t1.00', { minor: 100 }],
    ['a declared delimiter', 'sep=|\r\nDate|Amount', '2024-01-02|1.00', { minor: 100 }],
    [
      'several memo columns',
      'Datum,Bedrag,Omschrijving-1,Omschrijving-2',
      '2024-01-02,1.00,Huur,januari',
      { memo: 'Huur januari' },
    ],
  ])('[IMP-13] reads %s', (_, header, cells, expected) => {
    expect(row(header, cells)).toMatchObject(expected)
  })

  it('[IMP-13] takes an account number that never changes for the file’s own, others for the other side', () => {
    const own = read('Date,Account Number,Amount,Currency\n2024-01-02,77,1,EUR\n2024-01-03,77,2,EUR\n')
    expect(own.statements).toMatchObject([{ account: { id: '77' } }])
    const other = read('Date,Account Number,Amount,Currency\n2024-01-02,77,1,EUR\n2024-01-03,88,2,EUR\n')
    expect(other.statements[0]?.lines).toMatchObject([
      { counterparty: { account: '77' } },
      { counterparty: { account: '88' } },
    ])
  })

  it('[IMP-13] makes a statement for each account and currency', () => {
    const file = read(
      'Account,Date,Amount,Currency\nA,2024-01-02,1,EUR\nB,2024-01-02,2,EUR\nA,2024-01-03,3,USD\nA,2024-01-04,4,EUR\n',
    )
    expect(
      file.statements.map(({ account, lines }) => [account.id, account.currency, lines.map(({ minor }) => minor)]),
    ).toEqual([
      ['A', 'EUR', [100, 400]],
      ['B', 'EUR', [200]],
      ['A', 'USD', [300]],
    ])
  })

  it('[IMP-13] derives the currency from the country of the account and says so, else asks for it', () => {
    const file = read('Rekening,Datum,Bedrag\nNL91ABNA0417164300,2024-01-02,"1,00"\n')
    expect(onlyLine(file).currency).toBe('EUR')
    expect(codesOf(file)).toEqual(['import/currency-assumed'])
    expect(problemOf('Date,Amount\n2024-01-02,1.00\n')).toMatchObject({
      code: 'import/currency-missing',
      needs: 'currency',
      at: { line: 2 },
    })
  })
})

describe('amounts of a column', () => {
  it('[IMP-6] are read by the decimal mark that the others show', () => {
    expect(amounts('1.234', '12,50')).toEqual([123400, 1250])
    expect(amounts('1,234', '12.50')).toEqual([123400, 1250])
  })

  it('[IMP-6] that never show it are taken as groups, and that is said', () => {
    const file = read('Date;Amount;Currency\n2024-01-02;1.234;EUR\n')
    expect(onlyLine(file).minor).toBe(123400)
    expect(codesOf(file)).toContain('import/decimal-mark-assumed')
  })

  it('[IMP-6] are decimals where the currency has three', () => {
    expect(onlyLine(read('Date;Amount;Currency\n2024-01-02;1.234;BHD\n')).minor).toBe(1234)
  })

  it('[IMP-2] that do not fit are refused with line, column and value', () => {
    expect(problemOf(sample('broken-row.csv'), { fileName: 'broken-row.csv' })).toEqual({
      code: 'import/amount-invalid',
      fileName: 'broken-row.csv',
      message:
        'broken-row.csv, line 3 (Amount): The amount cannot be read. Found “-1x,50”. ' +
        'Expected a decimal number with a comma before the decimals, as in the other rows. (import/amount-invalid)',
      at: { line: 3, element: 'Amount' },
      found: '-1x,50',
      expected: 'a decimal number with a comma before the decimals, as in the other rows',
    })
    expect(problemOf('Date;Amount;Currency\n2024-01-02;1,5;EUR\n2024-01-02;2.5;EUR\n2024-01-02;1,5;EUR')).toMatchObject(
      { at: { line: 3 } },
    )
  })
})

describe('signs of a column', () => {
  it('[IMP-6] that are plus or nothing mark what came in, as on card statements, and that is said', () => {
    const file = read(
      'Date,Description,Amount\n12-Dec-2023,Insurance,"£1,183.23"\n02-Dec-2023,Payment received,"+ £1,100.00"\n',
    )
    expect(file.statements[0]).toMatchObject({
      account: { currency: 'GBP' },
      lines: [{ minor: -118323 }, { minor: 110000 }],
    })
    expect(codesOf(file)).toContain('import/sign-assumed')
  })

  it('[IMP-6] that are all plus and minus, or all none, mean what they say', () => {
    expect(amounts('+1.00', '-2.00', '3.00')).toEqual([100, -200, 300])
    expect(amounts('1.00', '3.00')).toEqual([100, 300])
    expect(amounts('+1.00', '+3.00')).toEqual([100, 300])
  })
})

describe('dates of a column', () => {
  const days = (currency: string, ...dates: readonly string[]) =>
    read(['Date,Amount,Currency', ...dates.map((date) => `${date},1,${currency}`)].join('\n'))

  it('[IMP-7] are read by the order that one of them proves', () => {
    expect(days('EUR', '01/02/2024', '13/02/2024').statements[0]?.lines[0]?.bookingDate).toBe('2024-02-01')
    expect(days('EUR', '01/02/2024', '02/13/2024').statements[0]?.lines[0]?.bookingDate).toBe('2024-01-02')
  })

  it('[IMP-7] that prove none are taken day first, US dollars month first, and that is said', () => {
    const euros = days('EUR', '01/02/2024')
    expect(onlyLine(euros).bookingDate).toBe('2024-02-01')
    expect(codesOf(euros)).toContain('import/date-order-assumed')
    expect(onlyLine(days('USD', '01/02/2024')).bookingDate).toBe('2024-01-02')
  })

  it('[IMP-7] are read as the person says, without a warning', () => {
    const file = read('Date,Amount,Currency\n01/02/2024,1,EUR\n', { dateOrder: 'month-day' })
    expect(onlyLine(file).bookingDate).toBe('2024-01-02')
    expect(codesOf(file)).not.toContain('import/date-order-assumed')
  })

  it('[IMP-2] in two orders are refused', () => {
    expect(problemOf('Date,Amount,Currency\n13/02/2024,1,EUR\n02/13/2024,1,EUR\n')).toMatchObject({
      code: 'import/date-invalid',
    })
  })

  it.each([
    ['2024-01-05T10:00:00Z', '2024-01-05'],
    ['2024/1/5', '2024-01-05'],
    ['20240105', '2024-01-05'],
    ['5.1.24', '2024-01-05'],
    ['05-01-2024', '2024-01-05'],
    ['05/01/2024 10:15', '2024-01-05'],
    ['5 Jan 2024', '2024-01-05'],
    ['05-Jan-24', '2024-01-05'],
    ['Jan 5, 2024', '2024-01-05'],
    ['5. März 2024', '2024-03-05'],
    ['5 août 2024', '2024-08-05'],
    ['30/02/2024', '2024-02-29'],
  ])('[IMP-7] reads %s as %s', (text, day) => {
    expect(row('Date;Amount', `${text};1`).bookingDate).toBe(day)
  })

  it.each(['2024-13-05', '32.01.2024', '5 Foo 2024', '99'])('[IMP-2] refuses %s with line and column', (text) => {
    expect(problemOf(`Date;Amount;Currency\n${text};1;EUR\n`)).toMatchObject({
      code: 'import/date-invalid',
      at: { line: 2, element: 'Date' },
      found: text,
    })
  })
})

describe('rows', () => {
  it('[IMP-13] that are no bookings are passed over and named', () => {
    const file = read(
      'Date;Amount;Currency\n2024-01-02;1,00;EUR\n\n;;\nEndsaldo;;EUR\nDate;Amount;Currency\n2024-01-03;2,00;EUR\n',
    )
    expect(file.statements[0]?.lines).toHaveLength(2)
    expect(file.warnings).toMatchObject([
      { code: 'import/row-skipped', at: { line: 5 } },
      { code: 'import/account-missing' },
    ])
  })

  it('[IMP-13] that go on with the description of the row before are joined to it', () => {
    const file = read(
      'Date,Value Date,Description,Withdrawals (SGD),Deposits (SGD)\n18/04/2024,18/04/2024,DEBIT,6.66,\n,,15/04 TAXI\n17/04/2024,17/04/2024,ATM,5,\n',
    )
    expect(file.statements[0]?.lines).toMatchObject([
      { memo: 'DEBIT 15/04 TAXI', minor: -666, currency: 'SGD' },
      { memo: 'ATM' },
    ])
    expect(codesOf(file)).toEqual(['import/account-missing'])
  })

  it('[IMP-13] count the lines inside quoted fields', () => {
    const file = read('Date,Memo,Amount,Currency\r\n2024-01-02,"two\r\nlines",1,EUR\r\n2024-01-03,x,2,EUR')
    expect(file.statements[0]?.lines).toMatchObject([{ memo: 'two lines', at: { line: 2 } }, { at: { line: 4 } }])
  })

  it('[IMP-2] with a field too many are refused, because the columns are no longer known', () => {
    expect(problemOf('Date,Memo,Amount,Currency\n2024-01-02,a, b,1,EUR\n')).toMatchObject({
      code: 'import/field-invalid',
      at: { line: 2 },
    })
  })

  it('[IMP-2] with debit and credit, or an unknown mark or currency, are refused', () => {
    expect(problemOf('Date,Debit,Credit,Currency\n2024-01-02,1,2,EUR\n')).toMatchObject({
      code: 'import/field-invalid',
      at: { line: 2 },
    })
    expect(problemOf('Datum;Betrag;Soll/Haben;Währung\n02.01.2024;1,00;X;EUR\n')).toMatchObject({
      code: 'import/field-invalid',
      found: 'X',
    })
    expect(problemOf('Date,Amount,Currency\n2024-01-02,1,Euros\n')).toMatchObject({
      code: 'import/field-invalid',
      found: 'Euros',
    })
  })

  it('[IMP-2] with a quote that is never closed are refused with the line where it opens', () => {
    expect(
      problemOf('Date,Memo,Amount,Currency\n2024-01-02,x,1,EUR\n2024-01-03,"open,1,EUR\n2024-01-04,x,1,EUR\n'),
    ).toMatchObject({
      code: 'import/csv-quote',
      at: { line: 3 },
    })
  })
})

describe('the balance column', () => {
  const table = (...rows: readonly string[]) =>
    read(['Date,Amount,Balance,Currency,Account', ...rows.map((r) => `${r},EUR,A`)].join('\n'))

  it('[IMP-8] gives opening and closing balance, in any order of rows', () => {
    const rows = ['2024-01-02,-5,95', '2024-01-02,-10,85', '2024-01-03,20,105']
    for (const order of [rows, rows.toReversed(), [rows[1], rows[0], rows[2]]]) {
      const file = table(...order.map(String))
      expect(file.warnings).toEqual([])
      expect(file.statements[0]).toMatchObject({ opening: { minor: 10000 }, closing: { minor: 10500 } })
    }
  })

  it('[IMP-8] closes as it opened where the rows cancel each other out', () => {
    expect(table('2024-01-02,-5,95', '2024-01-03,5,100').statements[0]).toMatchObject({
      opening: { minor: 10000 },
      closing: { minor: 10000 },
    })
  })

  it('[IMP-8] that does not follow from the amounts is left aside, with a warning', () => {
    const file = table('2024-01-02,-5,95', '2024-01-03,-5,80', '2024-01-04,-5,75')
    expect(codesOf(file)).toEqual(['import/balance-column-differs'])
    expect(file.statements[0]?.closing).toBeUndefined()
  })
})

describe('tables that are not read', () => {
  it('[IMP-2] without a header are explained', () => {
    const problem = problemOf('18.09.2017;SHOP;33,87;O\n19.09.2017;OTHER;1,00;O\n', { fileName: 'naked.csv' })
    expect(problem).toMatchObject({ code: 'import/csv-no-header', at: { line: 1 }, found: '18.09.2017;SHOP;33,87;O' })
    expect(problem.message).toContain('naked.csv, line 1: This is CSV without a header row')
    expect(problem.expected).toBe('a row naming the columns, such as Date, Amount, Description, Currency')
  })

  it('[IMP-2] whose header lacks a date or an amount are told which', () => {
    expect(problemOf('Date,Description,Currency\n2024-01-02,x,EUR\n')).toMatchObject({
      code: 'import/csv-column-missing',
      at: { line: 1 },
      found: 'Date, Description, Currency',
      expected: expect.stringContaining('Amount'),
    })
    expect(problemOf('Description,Amount,Currency\nx,1.00,EUR\n')).toMatchObject({
      code: 'import/csv-column-missing',
      expected: expect.stringContaining('Date'),
    })
  })

  it('[IMP-2] whose column names are in another language are told so', () => {
    expect(problemOf('Datum provedení;Typ;Částka;Měna\n27.05.2024;Platba;-1,00;CZK\n')).toMatchObject({
      code: 'import/csv-column-missing',
      at: { line: 1 },
      found: 'Datum provedení, Typ, Částka, Měna',
      message: expect.stringContaining('English, German, Dutch and French'),
    })
  })

  it('[IMP-2] with a header and nothing under it are refused', () => {
    expect(problemOf('Date,Amount,Currency\n\n')).toMatchObject({ code: 'import/csv-no-rows', at: { line: 1 } })
  })
})
