import fc from 'fast-check'
import { read as readByLibrary } from 'mt940-js'
import { expect, it } from 'vitest'
import { generateMt940 } from '../../../../../samples/generate.ts'
import { read, sample } from '../testing/read.fixtures.ts'

/** What both tell, with the library's float counted in cents. */
async function libraryLines(text: string) {
  const bytes = new TextEncoder().encode(text)
  const statements = await readByLibrary(bytes.buffer)
  return statements.flatMap(({ transactions }) =>
    transactions.map(({ amount, bankReference, code, customerReference, entryDate, isCredit, valueDate }) => ({
      minor: Math.round(amount * 100) * (isCredit ? 1 : -1),
      valueDate,
      bookingDate: entryDate || valueDate,
      code,
      reference: customerReference,
      bankReference,
    })),
  )
}

function ourLines(text: string) {
  return read(text).statements.flatMap(({ lines }) =>
    lines.map(({ bankReference, bookingDate, code, minor, reference, valueDate }) => ({
      minor,
      valueDate,
      bookingDate,
      code: code?.slice(0, 4) ?? '',
      reference: reference ?? '',
      bankReference: bankReference ?? '',
    })),
  )
}

const twoDigits = (number: number) => String(number).padStart(2, '0')

// Inside what mt940-js reads rightly: no reversals, no slash in references, bank references of 16 characters, one year.
const anyBooking = fc
  .record({
    month: fc.integer({ min: 1, max: 12 }).map(twoDigits),
    day: fc.integer({ min: 1, max: 28 }).map(twoDigits),
    mark: fc.constantFrom('C', 'D', 'CR', 'DR'),
    minor: fc.integer({ min: 1, max: 999_999_999 }),
    code: fc.constantFrom('NTRF', 'NMSC', 'S051', 'FCHK', 'N062'),
    reference: fc.stringMatching(/^[A-Z0-9]{1,16}$/),
    bankReference: fc.stringMatching(/^[A-Z0-9]{16}$/),
  })
  .filter(({ bankReference, reference }) => !reference.startsWith('NONREF') && bankReference !== 'NOTPROVIDED')

it('[IMP-11] reads bookings as mt940-js does, where that is right', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyBooking, { minLength: 1, maxLength: 20 }), async (bookings) => {
      const text = [
        ':20:S',
        ':25:1/2',
        ':28C:1/1',
        ':60F:C240101EUR1,00',
        ...bookings.map(
          ({ bankReference, code, day, mark, minor, month, reference }) =>
            `:61:24${month}${day}${month}${day}${mark}${Math.floor(minor / 100)},${twoDigits(minor % 100)}${code}${reference}//${bankReference}`,
        ),
        ':62F:C241231EUR1,00',
        '',
      ].join('\n')
      expect(ourLines(text)).toEqual(await libraryLines(text))
    }),
  )
})

it('[IMP-11] reads a generated statement as mt940-js does', async () => {
  const text = generateMt940(200)
  const known = ({ bookingDate, code, minor, reference, valueDate }: ReturnType<typeof ourLines>[number]) => ({
    bookingDate,
    code,
    minor,
    reference,
    valueDate,
  })
  expect(ourLines(text).map(known)).toEqual((await libraryLines(text)).map(known))
})

it('[IMP-6] differs from mt940-js in a reversed credit, which takes money away', async () => {
  const text = ':20:S\n:25:1/2\n:28C:1/1\n:60F:C240101EUR10,00\n:61:2401050105RC4,00NTRFA\n:62F:C240131EUR6,00\n'
  expect(await libraryLines(text)).toMatchObject([{ minor: 400 }])
  expect(ourLines(text)).toMatchObject([{ minor: -400 }])
  expect(read(text).warnings).toEqual([])
})

it('[IMP-11] finds as many bookings in the January sample as mt940-js', async () => {
  const text = new TextDecoder().decode(sample('household-2024-01.sta'))
  expect(ourLines(text)).toHaveLength((await libraryLines(text)).length)
})
