import type { OwnAccount } from '../accounts.ts'
import type { Note } from '../Diary.ts'
import { between, oneOf } from '../mulberry32.ts'
import type { SampleDay } from '../SampleDay.ts'
import type { Habit } from './Habit.ts'

interface Trip {
  readonly month: number
  readonly first: number
  readonly last: number
  readonly place: string
  /** What is paid with on the way. */
  readonly account: OwnAccount
  readonly shops: readonly [string, ...string[]]
  /** Paid in part with the credit card on the 16th of the month `bookedIn`, the rest on arrival. */
  readonly lodging: {
    readonly name: string
    readonly bookedIn: number
    readonly deposit: number
    readonly rest: number
  }
}

const trips: readonly [Trip, ...Trip[]] = [
  {
    month: 2,
    first: 9,
    last: 14,
    place: 'Allgäu',
    account: 'card',
    shops: ['Bergbahn Hochgrat', 'Hütte Sonnenrain', 'Skiverleih Pulver', 'Dorfladen Oberried'],
    lodging: { name: 'Ferienhof Oberried', bookedIn: 11, deposit: 18_000, rest: 41_000 },
  },
  {
    month: 7,
    first: 18,
    last: 29,
    place: 'Cornwall',
    account: 'sterling',
    shops: ['The Pilchard Inn', 'Porthleven Ferry', 'Gulls Cafe', 'Farm Shop Trevose', 'National Coach'],
    lodging: { name: 'Cottage Trevose', bookedIn: 3, deposit: 35_000, rest: 52_000 },
  },
  {
    month: 10,
    first: 4,
    last: 8,
    place: 'Norderney',
    account: 'card',
    shops: ['Inselfähre', 'Fischbude Möwe', 'Teestube', 'Fahrradverleih Deich'],
    lodging: { name: 'Pension Strandhafer', bookedIn: 6, deposit: 12_000, rest: 29_000 },
  },
]

/** The trip that the household is on; `undefined` at home. */
export const tripOn = ({ month, dayOfMonth }: SampleDay): Trip | undefined =>
  trips.find((trip) => trip.month === month && trip.first <= dayOfMonth && dayOfMonth <= trip.last)

/** Three times a year somewhere else: lodging in advance and on arrival, and two to four purchases a day. */
export const travel: Habit = (day, diary) => {
  for (const { lodging, place } of trips) {
    if (day.month !== lodging.bookedIn || day.dayOfMonth !== 16) continue
    diary.spend(day, 'card', 'holidays', lodging.deposit, {
      hearing: 'cleared',
      memo: `${place}, deposit`,
      counterparty: { name: lodging.name },
    })
  }
  const trip = tripOn(day)
  if (!trip) return
  const random = day.random(300)
  const paid = (name: string, memo: string): Note => ({ hearing: 'cleared', memo, counterparty: { name } })
  if (day.dayOfMonth === trip.first) {
    diary.spend(day, trip.account, 'holidays', trip.lodging.rest, paid(trip.lodging.name, `${trip.place}, lodging`))
  }
  for (let left = between(random, 2, 4); left > 0; left--) {
    diary.spend(day, trip.account, 'holidays', between(random, 350, 4_200), paid(oneOf(random, trip.shops), trip.place))
  }
}
