import type { Diary } from '../Diary.ts'
import { between, oneOf } from '../mulberry32.ts'
import type { SampleDay } from '../SampleDay.ts'
import type { Habit } from './Habit.ts'

type Occasion = (day: SampleDay, diary: Diary) => void

/** What comes once a year, by `month-day`. */
const occasions: ReadonlyMap<string, Occasion> = new Map([
  ['1-22', insurerPaysBack],
  ['2-7', present('Present for Lina', [2_900, 6_900])],
  ['2-16', grandmother('For Lina’s birthday')],
  ['5-11', present('Birthday present for Mara', [3_900, 9_900])],
  ['6-12', insurerPaysBack],
  ['7-6', taxRefund],
  ['9-19', insurerPaysBack],
  ['10-1', present('Birthday present for Jonas', [3_900, 9_900])],
  ['12-6', present('Advent', [1_500, 3_500])],
  ['12-13', present('Christmas presents', [4_900, 11_900])],
  ['12-19', present('Christmas presents', [2_900, 8_900])],
  ['12-23', grandmother('Merry Christmas')],
])

/** Birthdays, Christmas, and the money that tax office and health insurer return. */
export const yearlyOccasions: Habit = (day, diary) => {
  occasions.get(`${day.month}-${day.dayOfMonth}`)?.(day, diary)
}

function present(memo: string, [low, high]: readonly [number, number]): Occasion {
  return (day, diary) => {
    const random = day.random(500)
    const shop = oneOf(random, [
      'Spielzeug Purzelbaum',
      'Bücherstube Seitenblick',
      'Goldschmiede Amsel',
      'Plattenladen Rille',
    ])
    diary.spend(day, 'card', 'gifts', between(random, low, high), {
      hearing: 'cleared',
      memo,
      counterparty: { name: shop },
    })
  }
}

function grandmother(memo: string): Occasion {
  return (day, diary) =>
    diary.earn(day, 'household', 'gifts', 5_000, {
      hearing: 'at once',
      memo,
      counterparty: { name: 'Hildegard Feldmann' },
    })
}

function taxRefund(day: SampleDay, diary: Diary): void {
  diary.refund(day, 'household', 'taxes', between(day.random(501), 41_000, 88_000), {
    hearing: 'overnight',
    memo: 'Income tax refund',
    counterparty: { name: 'Finanzamt Lindenau' },
    reference: '24/117/03358',
  })
}

/** Booked back to the day of the claim, and heard of weeks later: the past changes, what was known then does not. */
function insurerPaysBack(day: SampleDay, diary: Diary): void {
  const random = day.random(502)
  diary.refund(day, 'household', 'health', between(random, 3_200, 14_800), {
    hearing: 'late',
    memo: 'Reimbursement, dentist',
    counterparty: { name: 'Betriebskasse Nord' },
    reference: `L-${between(random, 10_000, 99_999)}`,
  })
}
